"""Repairs by staff, and new versions of templates."""

from __future__ import annotations

from django.contrib import admin

from reports.models import Report, ReportFile, ReportTemplate, TemplateSection


class SectionInline(admin.StackedInline):  # type: ignore[type-arg]
    model = TemplateSection
    extra = 0


@admin.register(ReportTemplate)
class ReportTemplateAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """A version that reports stand on is not changed; a new version is added."""

    list_display = ("code", "version", "name")
    inlines = (SectionInline,)

    def has_change_permission(self, request: object, obj: ReportTemplate | None = None) -> bool:
        in_use = obj is not None and obj.reports.exists()
        return not in_use and super().has_change_permission(request, obj)  # type: ignore[arg-type]


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("project", "period", "template", "language", "number", "state")
    list_filter = ("state", "language")
    readonly_fields = ("frozen", "snapshot", "approved_at", "approved_by")


@admin.register(ReportFile)
class ReportFileAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "report", "format", "size", "made_at")
    readonly_fields = ("report", "format", "file", "sha256", "content_hash", "size", "pages")
