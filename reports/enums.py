"""The choices of reports; imports nothing of ours."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SectionKind(TextChoices):
    TEXT = "text", _("Text")
    CHAPTER = "chapter", _("Figures, tables and lists")
    OTHER_CHAPTERS = "other_chapters", _("What other parts of the platform tell")
    APPROVAL = "approval", _("Who approved")


class Writer(TextChoices):
    NOBODY = "nobody", _("Nobody: it is filled by itself")
    COORDINATOR = "coordinator", _("The coordinator")
    EACH_PARTNER = "each_partner", _("Each partner")
    ONE_PARTNER = "one_partner", _("One partner")


class ReportState(TextChoices):
    COLLECTING = "collecting", _("Collecting")
    REVIEW = "review", _("In review")
    APPROVED = "approved", _("Approved")


class ContributionState(TextChoices):
    TO_DO = "to_do", _("To do")
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned")
    ACCEPTED = "accepted", _("Accepted")


class FileFormat(TextChoices):
    PDF = "pdf", _("PDF")
    XLSX = "xlsx", _("Excel workbook (XLSX)")
    DOCX = "docx", _("Word document (DOCX)")
    ZIP = "zip", _("Evidence with manifest (ZIP)")


OPEN_FOR_WRITING = (ContributionState.TO_DO, ContributionState.DRAFT, ContributionState.RETURNED)
CONTENT_TYPES = {
    FileFormat.PDF: "application/pdf",
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileFormat.ZIP: "application/zip",
}
