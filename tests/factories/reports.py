from __future__ import annotations

import factory

from reports import models
from reports.enums import SectionKind, Writer
from tests.factories.network import Factory, PeriodFactory


class ReportTemplateFactory(Factory):
    class Meta:
        model = models.ReportTemplate

    code = factory.Sequence(lambda n: f"template-{n}")
    name = {"en": "Invented report", "es": "Informe inventado"}


class TemplateSectionFactory(Factory):
    class Meta:
        model = models.TemplateSection

    template = factory.SubFactory(ReportTemplateFactory)
    code = factory.Sequence(lambda n: f"section-{n}")
    order = factory.Sequence(lambda n: n % 30_000)
    title = {"en": "Implementation", "es": "Ejecución"}
    kind = SectionKind.TEXT
    writer = Writer.COORDINATOR


class ReportFactory(Factory):
    """The bare row; services give a report its sections."""

    class Meta:
        model = models.Report

    period = factory.SubFactory(PeriodFactory)
    project = factory.SelfAttribute("period.project")
    template = factory.SubFactory(ReportTemplateFactory)


class SectionFactory(Factory):
    class Meta:
        model = models.Section

    report = factory.SubFactory(ReportFactory)
    outline = factory.SubFactory(TemplateSectionFactory, template=factory.SelfAttribute("..report.template"))


class ContributionFactory(Factory):
    """Without a partner: the coordinator's own text."""

    class Meta:
        model = models.Contribution

    section = factory.SubFactory(SectionFactory)


class CommentFactory(Factory):
    class Meta:
        model = models.Comment

    section = factory.SubFactory(SectionFactory)
    text = "Which month was this?"


class ReportFileFactory(Factory):
    class Meta:
        model = models.ReportFile

    report = factory.SubFactory(ReportFactory)
    format = "pdf"
    name = "report.pdf"
    content_hash = factory.Sequence(lambda n: f"{n:064d}")
    sha256 = factory.Sequence(lambda n: f"{n:064d}")
    size = 1
    file = factory.django.FileField(data=b"%PDF-1.7 invented", filename="report.pdf")
