"""Every page of the platform on the demo data: who opens it, and an address of it that has something to show."""

from __future__ import annotations

from functools import cached_property

from django.core.files.base import ContentFile
from django.urls import reverse

from accounts.models import User
from network.models import ImportBatch, Project
from network.services.importing import open_import, preview_import
from tests.house.access import PARAMETER, about, read_table
from tests.house.addresses import addresses
from tests.house.places import ACTORS, Place
from tests.sample_sheets import sample

SHEET = "es_taller_asistencia.xlsx"

# Addresses that answer with something else than a page, by what they answer with.
NO_PAGE = {
    "a file": (
        "mfa_download_recovery_codes", "network:board_xlsx", "network:evidence_file", "network:experience_export",
        "network:import_rejected_csv", "network:import_rejected_xlsx", "network:organisation_export",
        "network:participation_export", "network:person_export", "reports:file_download",
        "dissemination:calendar_ics", "dissemination:project_calendar_ics", "dissemination:event_ics",
        "dissemination:event_export", "dissemination:registration_export", "impact_study:response_board_csv",
        "impact_study:version_export", "impact_study:translation_file", "impact_study:channel_symbol",
        "dissemination:document_download", "impact_study:sent_file",
    ),
    "another address": ("dissemination:sheet_find", "impact_study:survey_answer_files"),
    "words for machines": (
        "core:healthz", "core:readyz", "machines:favicon", "machines:manifest", "machines:robots", "machines:sitemap",
        "mfa_login_webauthn", "network:board_json", "dissemination:check_in_guests", "dissemination:check_in_counts",
        "dissemination:check_in_copy", "dissemination:check_in_worker",
        "impact_study:response_board_json",
    ),
}  # fmt: skip
# Pages that nobody in the demo can come to, with what they wait for.
UNREACHED = {
    "account_confirm_login_code": "a code that was sent",
    "account_set_password": "an account without a password",
    "mfa_authenticate": "the first half of a sign-in",
    "mfa_edit_webauthn": "a passkey",
    "mfa_reauthenticate_webauthn": "a passkey",
    "mfa_remove_webauthn": "a passkey",
    "dissemination:event_registered": "a registration just sent",
    "impact_study:survey_answer": "answers begun in this browser",
    "impact_study:survey_invited": "a link that was sent",
    "impact_study:survey_unsubscribe": "a link that was sent",
    "network:import_detail": "an import that is finished; an open one leads to its next step",
}
# Pages of what the demo has left behind: a study that runs, a questionnaire still edited. They take the examples.
MADE = {
    "impact_study:study_close", "impact_study:survey_start", "impact_study:survey_resume",
    "impact_study:survey_withdraw", "impact_study:version_publish", "impact_study:version_item_edit",
    "impact_study:version_part_add", "impact_study:version_part_edit", "impact_study:version_preview",
    "impact_study:version_item_preview",
}  # fmt: skip
# Who else than the first that may: leaving needs somebody who is in, a second factor the one account that has it.
SENT = {"account_logout": "coordinator", "mfa_generate_recovery_codes": "staff", "mfa_reauthenticate": "staff"}
REFERENCE = "api_reference"


def pages() -> dict[str, str]:
    """Each page's name with the visitor who opens it: the public where it may, else the coordinator, else the staff."""
    silent = {name for names in NO_PAGE.values() for name in names}
    table = read_table()
    found = {}
    for address in addresses():
        is_api = address.route.startswith("api/") and address.name != REFERENCE
        if is_api or address.name.startswith("admin:") or address.name in silent | set(UNREACHED):
            continue
        for place in ("-", "own"):
            answers = dict(zip(ACTORS, table.get((address.name, "GET", place), ()), strict=False))
            welcome = [who for who in ("public", "coordinator", "staff") if answers.get(who) == "ok"]
            if welcome:
                found[address.name] = SENT.get(address.name, welcome[0])
    return found


class Shown(Place):
    """The demo project as its coordinator sees it; what the demo lacks is made from the examples."""

    def __init__(self, project: Project, coordinator: User) -> None:
        super().__init__(project.partners.order_by("number")[0])
        self.coordinator = coordinator
        self.made = Place(self.partner)
        upload = ContentFile(sample(SHEET), SHEET)
        self.known[ImportBatch] = preview_import(
            open_import(partner=self.partner, kind="attendance", upload=upload, by=coordinator)
        )

    @cached_property
    def routes(self):
        return {address.name: address for address in addresses()}

    def example(self, model):
        if model not in self.known and model is not Project and hasattr(model.objects.all(), "in_project"):
            rows = model.objects.visible_to(self.coordinator).in_project(self.partner.project)
            if (row := rows.order_by("pk").first()) is not None:
                self.known[model] = row
        return super().example(model)

    def path(self, name):
        address = self.routes[name]
        place = self.made if name in MADE else self
        return reverse(name, kwargs=place.values(PARAMETER.findall(address.route), about(address)))
