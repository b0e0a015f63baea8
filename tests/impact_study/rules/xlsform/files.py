"""Small forms, written as the programs of the trade write them."""

import csv
import io

from openpyxl import Workbook


def table(text):
    """Rows from lines with `|` between cells; an empty line is an empty row."""
    return [[cell.strip() or None for cell in line.split("|")] for line in text.strip("\n").split("\n")]


def xlsx(**sheets):
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in table(rows) if isinstance(rows, str) else rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_file(**sheets):
    out = io.StringIO()
    writer = csv.writer(out)
    for name, rows in sheets.items():
        writer.writerow([name])
        writer.writerows([None, *row] for row in table(rows))
    return out.getvalue().encode()


SURVEY = """
type                  | name     | label::English (en)  | label::French (fr) | hint::English (en) | required | relevant               | constraint    | constraint_message::English (en) | calculation | appearance
select_one yn         | Works    | Do you work?         | Travaillez-vous ?  |                    | yes      |                        |               |                                  |             |
begin_group           | job      | Your job             | Votre emploi       |                    |          | ${Works} = 'yes'       |               |                                  |             |
integer               | hours    | Hours a week         | Heures par semaine | All jobs together  |          |                        | . >= 0 and . <= 80 | Between 0 and 80            |             |
select_multiple tasks or_other | tasks | Which tasks?   | Quelles tâches ?   |                    |          | ${hours} > 5           |               |                                  |             |
end_group             |          |                      |                    |                    |          |                        |               |                                  |             |
calculate             | yearly   |                      |                    |                    |          |                        |               |                                  | ${hours} * 46 |
text                  | why      | Why not?             | Pourquoi ?         |                    |          | ${Works} != 'yes'      |               |                                  |             | multiline
geopoint              | where    | Where?               | Où ?               |                    |          |                        |               |                                  |             |
note                  | thanks   | Thank you            | Merci              |                    |          |                        |               |                                  |             |
"""
CHOICES = """
list_name | name   | label::English (en) | label::French (fr)
yn        | yes    | Yes                 | Oui
yn        | no     | No                  | Non
tasks     | Sell-1 | Selling             | Vendre
tasks     | make   | Making              | Fabriquer
"""
SETTINGS = """
form_title | form_id  | default_language
Work       | work_one | English (en)
"""
