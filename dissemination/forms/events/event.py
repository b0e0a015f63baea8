"""What organisers type about an event."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from dissemination.forms.events.fields import COLUMNS, MOMENTS, WORDS, EventFields
from dissemination.forms.events.initial import initial_of
from dissemination.models import Event, PlannedEvent
from dissemination.rules.events import clock_problems, on_clocks
from dissemination.services.events import Plan
from network.countries import choices as country_choices
from network.models import Category, Output, Partner, Project
from network.scope import Asker


class EventForm(ProblemsMixin, EventFields):
    """All of an event; texts in each language of the project."""

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
