"""What organisers type about an event, its programme and its questions."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from core.label_fields import LabelFormField
from dissemination.enums import EventKind, EventMode
from dissemination.models import Event, PlannedEvent, Session
from dissemination.rules.events import clock_problems, on_clocks
from dissemination.services.events import Plan
from network.countries import choices as country_choices
from network.forms.records import PartnerChoice
from network.models import Category, Output, Partner, Project
from network.scope import Asker

WORDS = ("title", "description", "access_notes")
COLUMNS = (
    "partner", "kind", "mode", "time_zone", "venue", "address", "country", "online_url", "category",
    "takes_registrations", "confirms_by_hand", "offer_hours", "languages", "planned", "is_listed", "outside_reason",
)  # fmt: skip
MOMENTS = ("starts_at", "ends_at", "registration_opens_at", "registration_closes_at")


class ClockInput(forms.DateTimeInput):
    """The browser's own field for a day and an hour."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class ClockField(forms.DateTimeField):
    """A day and an hour as clocks of some place show them; the form says of which place."""

    widget = ClockInput

    def to_python(self, value: Any) -> datetime | None:  # type: ignore[override]
        read = super().to_python(value)
        return read.replace(tzinfo=None) if read else None


class EventForm(ProblemsMixin, forms.Form):
    """All of an event; texts in each language of the project."""

    partner = PartnerChoice()
    kind = forms.ChoiceField(label=_("Kind"), choices=EventKind)
    mode = forms.ChoiceField(label=_("How it is held"), choices=EventMode)
    starts_at = ClockField(label=_("Starts"), help_text=_("On the clocks of the event's own place."))
    ends_at = ClockField(label=_("Ends"))
    time_zone = forms.ChoiceField(label=_("Time zone"))
    venue = forms.CharField(label=_("Venue"), max_length=200, required=False)
    address = forms.CharField(label=_("Address of the venue"), max_length=300, required=False)
    country = forms.ChoiceField(
        label=_("Country"), required=False, help_text=_("Guests are local or international against this country.")
    )
    online_url = forms.URLField(
        label=_("Address of the virtual room"), max_length=500, required=False, assume_scheme="https",
        help_text=_("Only guests with a seat in it are told."),
    )  # fmt: skip
    seats_on_site = forms.IntegerField(
        label=_("Seats on site"), min_value=0, max_value=100_000, required=False, help_text=_("Empty: room for all.")
    )
    seats_virtual = forms.IntegerField(label=_("Virtual seats"), min_value=0, max_value=100_000, required=False)
    registration_opens_at = ClockField(label=_("Registration opens"), required=False)
    registration_closes_at = ClockField(label=_("Registration closes"), required=False)
    takes_registrations = forms.BooleanField(label=_("People register here"), required=False, initial=True)
    confirms_by_hand = forms.BooleanField(label=_("The organiser confirms each registration"), required=False)
    offer_hours = forms.IntegerField(
        label=_("Hours an offered seat is kept"), min_value=1, max_value=720, initial=48,
        help_text=_("Then it goes to whoever waits next."),
    )  # fmt: skip
    category = forms.ModelChoiceField(
        Category.objects.none(), required=False, label=_("Category of who comes, unless they say otherwise")
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages of the event"), choices=settings.LANGUAGES, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    co_organisers = forms.ModelMultipleChoiceField(
        Partner.objects.none(), label=_("Co-organisers"), required=False, widget=forms.CheckboxSelectMultiple
    )
    planned = forms.ModelChoiceField(PlannedEvent.objects.none(), label=_("Planned event"), required=False)
    results = forms.ModelMultipleChoiceField(
        Output.objects.none(), label=_("Results it presents"), required=False, widget=forms.CheckboxSelectMultiple
    )
    is_listed = forms.BooleanField(label=_("Shown on the public calendar"), required=False, initial=True)
    outside_reason = forms.CharField(
        label=_("Why outside the project's dates"), max_length=300, required=False,
        help_text=_("Only needed for an event before the project starts or after it ends."),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, project: Project, user: Asker, event: Event | None = None, **kwargs: Any) -> None:
        self.languages_told = project.languages or [settings.LANGUAGE_CODE]
        kwargs.setdefault("initial", initial_of(event) if event else {"time_zone": project.time_zone})
        super().__init__(*args, **kwargs)
        self._add_texts()
        self._add_shares(project)
        self.fields["partner"].narrow(project, user)  # type: ignore[attr-defined]
        self._choices("country", [("", _("Not known")), *country_choices()])
        self._choices("time_zone", [(name, name.replace("_", " ")) for name in sorted(available_timezones())])
        partners = Partner.objects.in_project(project).select_related("organisation")
        self._rows("co_organisers", partners)
        self._rows("planned", PlannedEvent.objects.in_project(project))
        self._rows("results", Output.objects.in_project(project).whole())
        self._rows("category", Category.objects.in_project(project))

    def _add_texts(self) -> None:
        """One field a text and language, the first language's title being asked for."""
        names = dict(settings.LANGUAGES)
        labels = {
            "title": _("Title (%s)"),
            "description": _("Description (%s)"),
            "access_notes": _("Access to the venue (%s)"),
        }
        for word in WORDS:
            for code in self.languages_told:
                widget = forms.TextInput() if word == "title" else forms.Textarea(attrs={"rows": 3})
                self.fields[f"{word}_{code}"] = forms.CharField(
                    label=labels[word] % names.get(code, code), max_length=200 if word == "title" else 5000,
                    required=word == "title" and code == self.languages_told[0], widget=widget,
                )  # fmt: skip

    def _add_shares(self, project: Project) -> None:
        """A number for each partner."""
        known = Partner.objects.in_project(project).select_related("organisation").order_by("number", "pk")
        self.shared = {f"share_{partner.pk}": partner for partner in known}
        for name, partner in self.shared.items():
            self.fields[name] = forms.IntegerField(label=str(partner), min_value=0, max_value=100_000, required=False)
        for name in list(self.shared)[:1]:
            self.fields[name].help_text = _(
                "A free seat goes first to who waits from a partner whose guests hold fewer seats than this."
            )

    def _choices(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def _rows(self, name: str, rows: Any) -> None:
        self.fields[name].queryset = rows  # type: ignore[attr-defined]

    @property
    def groups(self) -> list[tuple[Any, list[forms.BoundField], bool]]:
        """Heading, fields, and whether they open on demand."""
        texts = [f"{word}_{code}" for word in WORDS for code in self.languages_told]
        titles = texts[:1]
        rest = [name for name in texts if name not in titles]
        parts: list[tuple[Any, tuple[str, ...] | list[str], bool]] = [
            (_("What and who"), [*titles, "kind", "partner", "mode"], False),
            (_("When and where"),
             ("starts_at", "ends_at", "time_zone", "venue", "address", "country", "online_url"), False),
            (_("Seats and registration"), ("seats_on_site", "seats_virtual", "takes_registrations",
                                           "registration_opens_at", "registration_closes_at", "confirms_by_hand",
                                           "offer_hours", "category"), False),
            (_("Seats kept for guests of partners"), list(self.shared), True),
            (_("Texts of its page"), rest, True),
            (_("More"), ("languages", "co_organisers", "planned", "results", "is_listed", "outside_reason"), True),
        ]  # fmt: skip
        return [
            (heading, [self[name] for name in names], folds and not any(self[name].errors for name in names))
            for heading, names, folds in parts
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in MOMENTS:
            moment, zone = cleaned.get(name), cleaned.get("time_zone")
            if moment and zone:
                self.add_problems(clock_problems(moment, zone, field=name))
        return cleaned

    def plan(self) -> Plan:
        """What was typed, as the service takes it."""
        typed = self.cleaned_data
        zone = typed["time_zone"]
        facts = {name: typed[name] for name in COLUMNS}
        facts |= {name: on_clocks(typed[name], zone) if typed[name] else None for name in MOMENTS}
        for word in WORDS:
            told = {code: typed[f"{word}_{code}"].strip() for code in self.languages_told}
            facts[word] = {code: text for code, text in told.items() if text}
        capacity = {"on_site": typed["seats_on_site"], "virtual": typed["seats_virtual"]}
        return Plan(
            facts=facts, capacity=capacity, co_organisers=list(typed["co_organisers"]), results=list(typed["results"]),
            shares={partner: typed[name] for name, partner in self.shared.items() if typed[name]},
        )  # fmt: skip


def initial_of(event: Event) -> dict[str, Any]:
    """An event as its own form shows it."""
    found: dict[str, Any] = {name: getattr(event, name) for name in COLUMNS}
    for name in MOMENTS:
        moment = getattr(event, name)
        found[name] = moment.astimezone(event.zone).replace(tzinfo=None) if moment else None
    for word in WORDS:
        found |= {f"{word}_{code}": text for code, text in getattr(event, word).items()}
    found |= {f"seats_{seats.mode}": seats.capacity for seats in event.seats.all()}
    found |= {f"share_{share.partner_id}": share.seats for share in event.shares.all()}
    found["co_organisers"], found["results"] = event.co_organisers.all(), event.results.all()
    found["seen"] = event.changed_at.isoformat()
    return found


class SessionForm(ProblemsMixin, forms.Form):
    """One part of the programme, its texts in each language of the project; speakers a line each."""

    starts_at = ClockField(label=_("Starts"))
    ends_at = ClockField(label=_("Ends"))
    room = forms.CharField(label=_("Room"), max_length=100, required=False)
    speakers = forms.CharField(
        label=_("Speakers"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line: name; function; organisation"),
    )  # fmt: skip

    def __init__(self, *args: Any, event: Event, session: Session | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages, kept = event.project.languages, session or Session()
        title = LabelFormField(label=_("Title"), languages=languages, kept=kept.title, max_length=200)
        description = LabelFormField(
            label=_("Description"), languages=languages, kept=kept.description, max_length=3000, rows=3, required=False
        )
        self.fields |= {"title": title, "description": description}
        self.order_fields(["title", "starts_at", "ends_at", "room", "description", "speakers"])
