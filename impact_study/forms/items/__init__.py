"""What an author says about one item of a questionnaire, one form for each kind of item."""

from impact_study.forms.items.base import CODE, ItemForm, WordsForm, numeric_questions, put, question_choices
from impact_study.forms.items.matrix import MatrixForm
from impact_study.forms.items.question import QuestionForm

FORMS: dict[str, type[ItemForm]] = {"question": QuestionForm, "matrix": MatrixForm, "text": WordsForm}

__all__ = ["CODE", "FORMS", "ItemForm", "numeric_questions", "put", "question_choices"]
