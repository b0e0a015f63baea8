from reports.models.comment import Comment
from reports.models.contribution import Contribution
from reports.models.report import Report, Section
from reports.models.report_file import ReportFile
from reports.models.template import ReportTemplate, TemplateSection

__all__ = ["Comment", "Contribution", "Report", "ReportFile", "ReportTemplate", "Section", "TemplateSection"]
