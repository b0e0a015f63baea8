"""What the network tells a report: quotas, experiences, adjustments, evidence, and how it counts."""

from django.utils.translation import gettext_lazy as _

from network.chapters.adjustments import build_adjustments
from network.chapters.evidence import build_evidence
from network.chapters.experiences import build_experiences
from network.chapters.method import build_method
from network.chapters.quotas import build_quotas
from network.reporting import Chapter, register

register(Chapter("network.quotas", _("Participation and quotas"), 20, build_quotas))
register(Chapter("network.experiences", _("Work-based learning experiences"), 30, build_experiences))
register(Chapter("network.adjustments", _("Adjustments and late records"), 80, build_adjustments))
register(Chapter("network.evidence", _("List of evidence"), 90, build_evidence))
register(Chapter("network.method", _("How we count"), 95, build_method))
