"""The list of people: what it can be asked, and the columns it can show."""

from __future__ import annotations

from typing import Any

import django_filters as filters
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.listing import Column
from network.countries import country_name
from network.enums import ConsentPurpose, Gender
from network.listings.base import ListFilter, country_filter, how_many
from network.models import (
    Affiliation,
    Category,
    Consent,
    Organisation,
    Participation,
    Partner,
    Person,
    PersonEmail,
    Project,
    Tag,
)
from network.rules.names import fold
from network.scope import Asker


class PersonFilter(ListFilter):
    q = filters.CharFilter(method="by_name", label=_("Name or e-mail"))
    partner = filters.ModelChoiceFilter(queryset=Partner.objects.none(), label=_("Partner"), method="by_partner")
    category = filters.ModelChoiceFilter(queryset=Category.objects.none(), label=_("Category"), method="by_category")
    organisation = filters.CharFilter(method="by_organisation", label=_("Organisation"))
    country = country_filter()
    tag = filters.ModelChoiceFilter(queryset=Tag.objects.none(), label=_("Tag"), method="by_tag")
    gender = filters.ChoiceFilter(choices=[choice for choice in Gender.choices if choice[0]], label=_("Gender"))
    is_minor = filters.BooleanFilter(label=_("Is a minor"))
    consent = filters.ChoiceFilter(choices=ConsentPurpose, method="by_consent", label=_("Agreed to"))
    do_not_contact = filters.BooleanFilter(label=_("Do not contact"))
    first = ("q", "partner", "category", "country")

    class Meta:
        model = Person
        fields: list[str] = []

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, project=project, **kwargs)
        self.filters["category"].queryset = Category.objects.in_project(project)
        self.filters["tag"].queryset = Tag.objects.filter(project=project)

    def by_name(self, rows: QuerySet[Person], name: str, value: str) -> QuerySet[Person]:
        """Every word must occur in the name, whatever its accents, or the text in an address."""
        named = Q()
        for word in fold(value).split():
            named &= Q(name_key__contains=word)
        addressed = PersonEmail.objects.filter(person=OuterRef("pk"), address__istartswith=value.strip())
        return rows.filter(named | Exists(addressed)) if "@" in value else rows.filter(named)

    def by_partner(self, rows: QuerySet[Person], name: str, value: Partner) -> QuerySet[Person]:
        return rows.filter(Exists(Person.partners.through.objects.filter(person=OuterRef("pk"), partner=value)))

    def by_category(self, rows: QuerySet[Person], name: str, value: Category) -> QuerySet[Person]:
        return rows.filter(Exists(Participation.objects.filter(person=OuterRef("pk"), category=value)))

    def by_organisation(self, rows: QuerySet[Person], name: str, value: str) -> QuerySet[Person]:
        at = Organisation.objects.filter(name_key__contains=fold(value))
        return rows.filter(Exists(Affiliation.objects.filter(person=OuterRef("pk"), organisation__in=at)))

    def by_tag(self, rows: QuerySet[Person], name: str, value: Tag) -> QuerySet[Person]:
        return rows.filter(Exists(Person.tags.through.objects.filter(person=OuterRef("pk"), tag=value)))

    def by_consent(self, rows: QuerySet[Person], name: str, value: str) -> QuerySet[Person]:
        in_force = Consent.objects.filter(
            person=OuterRef("pk"), project=self.project, purpose=value, withdrawn_at__isnull=True
        )
        return rows.filter(Exists(in_force))


def people_rows(project: Project, user: Asker) -> QuerySet[Person]:
    """The people of a project that the user may know, each with what the columns tell."""
    partners = Partner.objects.in_project(project).select_related("organisation")
    return (
        Person.objects.visible_in(project, user)
        .canonical()
        .annotate(records=how_many(Participation.objects.filter(project=project, person=OuterRef("pk"))))
        .prefetch_related(
            "emails",
            Prefetch("affiliations", Affiliation.objects.select_related("organisation")),
            Prefetch("tags", Tag.objects.filter(project=project)),
            Prefetch("partners", partners, to_attr="partners_here"),
        )
    )


def function_of(person: Person) -> str:
    newest = next(iter(person.affiliations.all()), None)
    return newest.function if newest else ""


def organisation_of(person: Person) -> str:
    newest = next(iter(person.affiliations.all()), None)
    return str(newest.organisation) if newest else ""


def yes(value: bool | None) -> Any:
    return _("yes") if value else ""


PERSON_COLUMNS = (
    Column("name", _("Name"), lambda person: person.full_name or f"#{person.pk}", sort=("family_name", "given_name")),
    Column("organisation", _("Organisation"), organisation_of),
    Column("function", _("Function"), function_of),
    Column("country", _("Country"), lambda person: country_name(person.country), sort=("country",),
           plain=lambda person: person.country),
    Column("partner", _("Partner"), lambda person: ", ".join(partner.label for partner in person.partners_here)),
    Column("email", _("E-mail"), lambda person: ", ".join(email.address for email in person.emails.all()),
           standard=False),
    Column("phone", _("Phone"), lambda person: person.phone, standard=False),
    Column("language", _("Language"), lambda person: person.language, sort=("language",), standard=False),
    Column("gender", _("Gender"), lambda person: person.get_gender_display(), standard=False),
    Column("birth_year", _("Year of birth"), lambda person: person.birth_year, sort=("birth_year",), number=True,
           standard=False),
    Column("minor", pgettext_lazy("column", "Minor"), lambda person: yes(person.is_minor), standard=False),
    Column("tags", _("Tags"), lambda person: ", ".join(tag.name for tag in person.tags.all())),
    Column("records", _("Records"), lambda person: person.records, sort=("records",), number=True),
)  # fmt: skip
