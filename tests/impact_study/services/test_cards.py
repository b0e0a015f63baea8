"""Cards are read back from the printed sheet, as a phone would."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from core.problems import ProblemsFound
from impact_study.models import CodeBatch
from impact_study.rules.codes import is_right
from impact_study.services.cards import forget_sheets, print_cards, print_poster
from impact_study.services.channels import address_of
from tests.factories import UserFactory
from tests.factories.impact_study import ChannelFactory
from tests.impact_study.surveys import Respondent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pango():
    pytest.importorskip("core.printing.pdf", reason="Pango is not installed", exc_type=OSError)


def read_back(name):
    import pypdfium2
    import zxingcpp

    with default_storage.open(name) as file:
        pages = list(pypdfium2.PdfDocument(BytesIO(file.read())))
    pictures = [page.render(scale=3).to_pil() for page in pages]
    return len(pages), [found.text for picture in pictures for found in zxingcpp.read_barcodes(picture)]


def test_a_sheet_holds_cards_whose_symbols_open_the_survey_with_the_code(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    channel = ChannelFactory(wave__study__linkage="code", language="es")

    batch = print_cards(channel=channel, number=12, language="es", by=UserFactory())
    pages, found = read_back(batch.file)

    assert (pages, len(set(found)), batch.cards) == (2, 12, 12)
    address = address_of(channel)
    codes = [text.removeprefix(f"{address}?code=") for text in found]
    assert all(is_right(code, channel.wave.study.secret) for code in codes)
    respondent = Respondent(client, channel, "es")
    assert f'value="{codes[0]}"' in respondent.open(code=codes[0]).content.decode()
    assert codes[0] not in str(CodeBatch.objects.values())


def test_a_sheet_is_deleted_after_a_day(settings, tmp_path, time_machine):
    settings.MEDIA_ROOT = tmp_path
    batch = print_cards(channel=ChannelFactory(), number=1, language="en", by=None)

    kept = forget_sheets()
    time_machine.move_to(timezone.now() + timedelta(days=1, minutes=1))
    gone = forget_sheets()

    assert (kept, gone, default_storage.exists(batch.file)) == (0, 1, False)


def test_no_codes_are_made_for_a_closed_study():
    channel = ChannelFactory(wave__study__secret="")

    with pytest.raises(ProblemsFound) as found:
        print_cards(channel=channel, number=501, language="en", by=None)

    assert [problem.code for problem in found.value.problems] == ["study_closed", "too_many_cards"]


def test_a_poster_carries_the_address(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    channel = ChannelFactory()

    print_poster(channel=channel, language="en")
    pages, found = read_back(print_poster(channel=channel, language="es"))

    assert (pages, found) == (1, [address_of(channel)])
