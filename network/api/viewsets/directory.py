"""Organisations, people and learning at work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from core import audit
from core.api.viewsets import once
from core.problems import Problem, stop_on
from network.api.base import NetworkReadViewSet
from network.api.filters import ExperienceFilter, OrganisationFilter, PersonFilter
from network.api.serializers.directory import (
    ChangeExperienceSerializer,
    ChangeOrganisationSerializer,
    ChangePersonSerializer,
    ExperienceSerializer,
    NewOrganisationSerializer,
    OrganisationSerializer,
    PersonSerializer,
    WriteExperienceSerializer,
    WritePersonSerializer,
)
from network.models import Experience, Organisation, Partner, Person, Project
from network.services.experiences import add_experience, change_experience
from network.services.organisations import add_organisation, change_organisation
from network.services.people import OWN_FIELDS, add_person, change_person


@extend_schema(tags=["Organisations"])
class OrganisationViewSet(NetworkReadViewSet):
    """Schools, enterprises and public bodies that one's projects know."""

    model = Organisation
    queryset = Organisation.objects.all()
    serializer_class = OrganisationSerializer
    filterset_class = OrganisationFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_organisation", "retrieve": "network.view_organisation",
        "create": "network.add_organisation", "partial_update": "network.change_organisation",
    }  # fmt: skip

    @extend_schema(request=NewOrganisationSerializer, responses={201: OrganisationSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Write an organisation into a project's directory."""
        facts = self.valid(NewOrganisationSerializer)
        project = facts.pop("project")
        self.require("network.add_organisation", project)
        made = add_organisation(facts=facts, project=project, by=self.user)
        return Response(self.get_serializer(made).data, status=201)

    @extend_schema(request=ChangeOrganisationSerializer, responses=OrganisationSerializer)
    def partial_update(self, request: Request, pk: Any = None) -> Response:
        """Change what is known of an organisation; what is not named stays."""
        organisation = self.get_object()
        facts = self.valid(ChangeOrganisationSerializer)
        changed = change_organisation(
            organisation=organisation, seen=facts.pop("seen"), facts=facts, project=self.project_of(organisation),
            by=self.user,
        )  # fmt: skip
        return Response(self.get_serializer(changed).data)

    def project_of(self, organisation: Organisation) -> Project:
        """The project in whose log the change stands."""
        known_in = Project.objects.visible_to(self.user).filter(organisations=organisation).order_by("pk")
        allowed = [one for one in known_in if self.user.has_perm("network.add_organisation", one)]
        if not allowed:
            raise PermissionDenied
        return allowed[0]


@extend_schema(tags=["People"])
class PersonViewSet(NetworkReadViewSet):
    """People of one's own partner; for coordinators and auditors, of all partners. Reading names is logged."""

    model = Person
    queryset = Person.objects.all()
    serializer_class = PersonSerializer
    filterset_class = PersonFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_person", "retrieve": "network.view_person", "create": "network.add_person",
        "partial_update": "network.change_person",
    }  # fmt: skip

    def rows(self, visible: QuerySet[Person]) -> QuerySet[Person]:
        known_at = Partner.objects.visible_to(self.request.user).order_by("pk")
        return visible.prefetch_related("emails", Prefetch("partners", known_at))

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """People by page."""
        response = super().list(request, *args, **kwargs)
        shown = [row["id"] for row in response.data["results"]]
        if shown:
            audit.record("network.people.listed", target=None, by=self.user, people=shown)
        return response

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One person."""
        person = self.get_object()
        audit.record("network.person.opened", target=person, by=self.user)
        return Response(self.get_serializer(person).data)

    @extend_schema(request=WritePersonSerializer, responses={201: PersonSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Write down a person known to partners one writes for."""
        facts = self.valid(WritePersonSerializer)
        for partner in facts["partners"]:
            self.require("network.write_for_partner", partner)
        return Response(self.shown(add_person(facts=facts, by=self.user)), status=201)

    @extend_schema(request=ChangePersonSerializer, responses=PersonSerializer)
    def partial_update(self, request: Request, pk: Any = None) -> Response:
        """Change what is known of a person; what is not named stays."""
        person: Person = self.get_object()
        given = self.valid(ChangePersonSerializer)
        own = [known for known in person.partners.all() if self.user.has_perm("network.write_for_partner", known)]
        facts = {name: getattr(person, name) for name in OWN_FIELDS}
        facts |= {"partners": own, "emails": [email.address for email in person.emails.all()], **given}
        for partner in facts["partners"]:
            self.require("network.write_for_partner", partner)
        project = facts["partners"][0].project if facts["partners"] else None
        if project is None:
            raise PermissionDenied
        changed = change_person(person=person, seen=facts.pop("seen"), facts=facts, project=project, by=self.user)
        return Response(self.shown(changed))

    def shown(self, person: Person) -> Any:
        return self.get_serializer(self.get_queryset().get(pk=person.pk)).data


@extend_schema(tags=["Experiences"])
class ExperienceViewSet(NetworkReadViewSet):
    """One learner's work-based learning at one host enterprise."""

    model = Experience
    queryset = Experience.objects.all()
    serializer_class = ExperienceSerializer
    filterset_class = ExperienceFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_experience", "retrieve": "network.view_experience", "create": "network.add_experience",
        "partial_update": "network.change_experience",
    }  # fmt: skip

    def rows(self, visible: QuerySet[Experience]) -> QuerySet[Experience]:
        return visible.select_related("project")

    @extend_schema(request=WriteExperienceSerializer, responses={201: ExperienceSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Begin a record; it is reviewed by both sides before its story can be published."""
        facts = self.valid(WriteExperienceSerializer)
        self.require("network.write_for_partner", facts["partner"])
        stop_on(foreign_problems(facts, facts["partner"].project))
        made = add_experience(facts=facts, project=facts["partner"].project, by=self.user)
        return Response(self.get_serializer(made).data, status=201)

    @extend_schema(request=ChangeExperienceSerializer, responses=ExperienceSerializer)
    def partial_update(self, request: Request, pk: Any = None) -> Response:
        """Change a record; it is a draft again, for both sides to review."""
        experience: Experience = self.get_object()
        facts = self.valid(ChangeExperienceSerializer)
        partner = facts.get("partner", experience.partner)
        self.require("network.write_for_partner", partner)
        stop_on(foreign_problems(facts, experience.project))
        version = facts.pop("version")
        changed = change_experience(experience=experience, version=version, facts=facts, by=self.user)
        return Response(self.get_serializer(changed).data)


def foreign_problems(facts: Mapping[str, Any], project: Project) -> list[Problem]:
    """Somebody in several projects may see things of all of them; a record stays within one."""
    places: dict[str, type[Any]] = {
        "partner": Partner, "learner": Person, "provider_tutor": Person, "host_tutor": Person,
        "provider": Organisation, "host": Organisation,
    }  # fmt: skip
    return [
        Problem("foreign", _("This belongs to another project."), field=name)
        for name, model in places.items()
        if facts.get(name) and not model.objects.in_project(project).filter(pk=facts[name].pk).exists()
    ]
