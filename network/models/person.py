from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.enums import Gender
from network.models.partner import Partner
from network.models.project import Project
from network.scope import Asker, scope_of


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, user: Asker) -> Self:
        """Own partner's people; coordinators and auditors: all of their project."""
        scope = scope_of(user)
        if scope.everything:
            return self
        through = Person.partners.through.objects.filter(person=models.OuterRef("pk"))
        return self.filter(
            models.Exists(through.filter(partner__in=scope.partners_with_names))
            | models.Exists(through.filter(partner__project__in=scope.projects_with_all_names))
        )

    def visible_in(self, project: Project, user: Asker) -> Self:
        """Those of one project that the user may know through its partners: one question, fast in long lists."""
        scope, partners = scope_of(user), Partner.objects.filter(project=project)
        if not (scope.everything or project.pk in scope.projects_with_all_names):
            partners = partners.filter(pk__in=scope.partners_with_names)
        known = Person.partners.through.objects.filter(
            person=models.OuterRef("pk"), partner__in=list(partners.values_list("pk", flat=True))
        )
        return self.filter(models.Exists(known))

    def known_to(self, partner: Partner) -> Self:
        known = Person.partners.through.objects.filter(person=models.OuterRef("pk"), partner=partner)
        return self.filter(models.Exists(known))

    def in_project(self, project: Project) -> Self:
        through = Person.partners.through.objects.filter(person=models.OuterRef("pk"), partner__project=project)
        return self.filter(models.Exists(through))

    def canonical(self) -> Self:
        return self.filter(merged_into__isnull=True)

    def fit_to_leave(self, user: Asker) -> Self:
        """Minors leave the house only with their own partner's staff, whoever else may see them on a page."""
        own = {partner for _project, partner, _role in scope_of(user).roles if partner}
        through = Person.partners.through.objects.filter(person=models.OuterRef("pk"), partner__in=own)
        return self.filter(models.Q(is_minor=False) | models.Exists(through))


class Person(TimestampedModel):
    """Somebody who takes part. A learner without a name is known by the keyed hash of a partner's roster code."""

    given_name = models.CharField(_("Given name"), max_length=300, blank=True)
    family_name = models.CharField(_("Family name"), max_length=300, blank=True)
    name_key = models.CharField(max_length=600, editable=False, db_index=True)
    roster_key = models.CharField(max_length=64, blank=True, editable=False)
    phone = models.CharField(_("Phone"), max_length=20, blank=True)
    country = models.CharField(_("Country"), max_length=2, blank=True)
    language = models.CharField(_("Language"), max_length=5, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("Year of birth"), null=True, blank=True)
    gender = models.CharField(_("Gender"), max_length=1, choices=Gender, blank=True)
    fewer_opportunities = models.BooleanField(_("Fewer opportunities"), null=True, blank=True)
    is_minor = models.BooleanField(_("Is a minor"), default=False)
    guardian_contact = models.CharField(_("Guardian's contact"), max_length=200, blank=True)
    do_not_contact = models.BooleanField(_("Do not contact"), default=False)
    partners = models.ManyToManyField(Partner, related_name="people", verbose_name=_("Partners"))
    tags = models.ManyToManyField("network.Tag", related_name="people", blank=True)
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="merged_from")
    erased_at = models.DateTimeField(null=True, blank=True)
    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["family_name", "given_name", "pk"]
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint("roster_key", condition=~models.Q(roster_key=""), name="roster_key_once"),
        ]
        indexes = [
            models.Index(
                fields=["family_name", "given_name", "id"],
                condition=models.Q(merged_into__isnull=True),
                name="person_by_name",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: object, **kwargs: object) -> None:
        from network.rules.names import person_key

        self.name_key = person_key(self.given_name, self.family_name)[:600]
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def full_name(self) -> str:
        if self.erased_at:
            return gettext("Erased person no. %(number)d") % {"number": self.pk}
        if self.roster_key:
            return gettext("Learner with roster code …%(end)s") % {"end": self.roster_key[-6:]}
        return f"{self.given_name} {self.family_name}".strip()


class PersonEmail(models.Model):
    """One address of a person. An address is not an identity: schools share mailboxes."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="emails")
    address = models.EmailField(_("E-mail"), db_index=True)
    verified_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint("person", "address", name="person_email_once")]

    def __str__(self) -> str:
        return self.address
