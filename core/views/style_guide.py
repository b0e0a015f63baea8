"""The living style guide: every component of the house on one page, for staff."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters.fields import DateRangeField
from django_filters.widgets import DateRangeWidget

from core.charts.samples import PLACES, SAMPLES
from core.guards import guard
from core.pages import page

KINDS = [("school", gettext_lazy("VET provider")), ("firm", gettext_lazy("Enterprise"))]
NAMES = ["bg", "surface", "sunken", "primary", "primary-tint", "accent", "accent-tint", "ok", "warn", "bad"]


class SampleForm(forms.Form):
    """One field of each kind that the house draws."""

    name = forms.CharField(label=gettext_lazy("Name"), help_text=gettext_lazy("As it is on the contract."))
    e_mail = forms.EmailField(label=gettext_lazy("E-mail"))
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=KINDS, widget=forms.RadioSelect)
    several = forms.MultipleChoiceField(
        label=gettext_lazy("Several"), choices=KINDS, widget=forms.CheckboxSelectMultiple, required=False
    )
    one = forms.ChoiceField(label=gettext_lazy("One of a list"), choices=KINDS)
    held_on = forms.DateField(label=gettext_lazy("Day"), widget=forms.DateInput(attrs={"type": "date"}), required=False)
    note = forms.CharField(label=gettext_lazy("Note"), widget=forms.Textarea, required=False)
    paper = forms.FileField(label=gettext_lazy("Paper"), required=False)
    agreed = forms.BooleanField(label=gettext_lazy("I have read this"))


class SampleFilter(forms.Form):
    """A filter bar."""

    search = forms.CharField(label=gettext_lazy("Search"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[("", "–"), *KINDS], required=False)
    held = DateRangeField(label=gettext_lazy("Held"), widget=DateRangeWidget(attrs={"type": "date"}), required=False)


def sample_table(search: str) -> dict[str, Any]:
    """Columns of the sample table, and the rows that hold what is looked for."""
    rows = [[f"{_('Example organisation')} {number}", _("Enterprise"), number * 7] for number in range(1, 4)]
    return {
        "columns": [
            {"label": _("Organisation"), "key": "name"},
            {"label": _("Kind")},
            {"label": _("People"), "key": "people", "number": True},
        ],
        "rows": [row for row in rows if search.lower() in str(row[0]).lower()],
    }


def sample_events() -> list[dict[str, Any]]:
    """Two lines of a timeline."""
    morning = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.get_current_timezone())
    evening = morning.replace(hour=17)
    return [
        {"at": morning, "text": _("Sheet imported"), "by": "A. Sample"},
        {"at": evening, "text": _("Sheet verified")},
    ]


@guard("core.view_style_guide")
def style_guide(request: HttpRequest) -> HttpResponse:
    """Show each component in the states it can be in."""
    context = {
        "swatches": NAMES,
        "blank": SampleForm(auto_id="blank_%s"),
        "wrong": SampleForm({"name": "", "e_mail": "none"}),
        "filters": SampleFilter(request.GET, auto_id="filter_%s"),
        "numbers": Paginator(range(200), 20).get_page(request.GET.get("page", 4)),
        "table": sample_table(request.GET.get("search", "")),
        "events": sample_events(),
        "steps": [_("Read"), _("Map the columns"), _("Check"), _("Match"), _("Apply")],
        "tabs": [
            {"url": "#tabs", "label": _("People"), "current": True, "count": 12},
            {"url": "#tabs", "label": _("Evidence")},
        ],
        "trail": [(_("Home"), "/"), (_("Style guide"), "")],
        "kpis": [("1 284", _("people took part")), ("395 / 525", _("heads reached")), ("11", _("languages"))],
        "states": [
            ("plain", _("Draft")),
            ("info", _("Submitted")),
            ("ok", _("Verified")),
            ("warn", _("Behind")),
            ("bad", _("Rejected")),
        ],
        "bars": [
            (184, 200, 150, 120, "ok", _("On course")),
            (41, 100, 20, 60, "warn", _("Behind")),
            (130, 100, 100, 100, "ok", _("Exceeded")),
            (3, 0, 0, 0, "plain", _("No target")),
        ],
        "charts": SAMPLES.values(),
        "places": PLACES,
        "icons": ["search", "download", "upload", "pencil", "trash-2", "languages", "users", "building-2", "film"],
    }
    return page(request, "style/guide.html", context, partial="results")
