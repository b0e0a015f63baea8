"""For repairs by the staff of the platform; partners work on the pages. What services alone may write is not here."""

from __future__ import annotations

from django.contrib import admin

from network import models


class EmailInline(admin.TabularInline):
    model = models.PersonEmail
    extra = 0


class AffiliationInline(admin.TabularInline):
    model = models.Affiliation
    extra = 0
    raw_id_fields = ("organisation",)


class ReviewInline(admin.TabularInline):
    model = models.ExperienceReview
    extra = 0
    raw_id_fields = ("recorded_by",)


class OpinionInline(admin.TabularInline):
    model = models.Opinion
    extra = 0
    raw_id_fields = ("recorded_by",)


@admin.register(models.Person)
class PersonAdmin(admin.ModelAdmin):
    list_display = ("full_name", "country", "is_minor", "merged_into", "erased_at")
    list_filter = ("is_minor", "country")
    search_fields = ("name_key", "emails__address")
    raw_id_fields = ("partners", "tags")
    readonly_fields = ("merged_into", "erased_at")
    inlines = (EmailInline, AffiliationInline)


@admin.register(models.Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    list_display = ("name", "kind", "country", "merged_into")
    list_filter = ("kind", "country")
    search_fields = ("name_key", "vat", "oid", "pic")
    raw_id_fields = ("parent", "tags")
    readonly_fields = ("merged_into",)


@admin.register(models.Experience)
class ExperienceAdmin(admin.ModelAdmin):
    list_display = ("title", "project", "kind", "state", "starts_on")
    list_filter = ("project", "state", "kind")
    search_fields = ("title",)
    raw_id_fields = (
        "partner", "learner", "provider", "host", "provider_tutor", "host_tutor", "recorded_by", "batch",
    )  # fmt: skip
    readonly_fields = ("state", "version", "published_at")
    inlines = (ReviewInline, OpinionInline)


@admin.register(models.Consent)
class ConsentAdmin(admin.ModelAdmin):
    list_display = ("person", "project", "purpose", "given_at", "withdrawn_at")
    list_filter = ("project", "purpose")
    raw_id_fields = ("person", "recorded_by")


@admin.register(models.Relationship)
class RelationshipAdmin(admin.ModelAdmin):
    list_display = ("source", "kind", "target", "project")
    list_filter = ("project", "kind")
    raw_id_fields = ("source", "target", "evidence")


@admin.register(models.Tag)
class TagAdmin(admin.ModelAdmin):
    list_display = ("name", "project")
    list_filter = ("project",)


@admin.register(models.Merge)
class MergeAdmin(admin.ModelAdmin):
    """To be read: a merge is undone on the page of the record that stayed."""

    list_display = ("unit", "survivor_id", "merged_id", "made_by", "created_at", "undone_at")
    list_filter = ("project", "unit")
    readonly_fields = tuple(field.name for field in models.Merge._meta.fields)

    def has_add_permission(self, request: object) -> bool:
        return False

    def has_delete_permission(self, request: object, obj: object | None = None) -> bool:
        return False
