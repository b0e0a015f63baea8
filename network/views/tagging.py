"""Putting a word on many people or organisations at once."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core.requests import SignedInRequest
from network.guards import in_project
from network.models import Organisation, Person, Project, Tag
from network.services.people import put_tag, take_tag


def _tag_chosen(request: SignedInRequest, project: Project, model: type[Person] | type[Organisation]) -> None:
    """Tag what was ticked, and say how many were touched and why some were not."""
    keys = [key for key in request.POST.getlist("chosen") if key.isdecimal()]
    name = request.POST.get("tag", "").strip()
    things: list[Model] = list(
        model.objects.visible_to(request.user).in_project(project).filter(pk__in=keys).prefetch_related("tags")
    )
    if not name or not things:
        messages.error(request, _("Tick at least one row and write the tag."))
        return
    done, refused = put_tag(name=name, things=things, project=project, by=request.user)  # type: ignore[arg-type]
    text = ngettext("%(count)d record got the tag “%(name)s”.", "%(count)d records got the tag “%(name)s”.", done)
    messages.success(request, text % {"count": done, "name": name})
    if same := len(things) - done - refused:
        text = ngettext("%(count)d had it already.", "%(count)d had it already.", same)
        messages.info(request, text % {"count": same})
    if refused:
        text = ngettext(
            "%(count)d was left as it is: you do not write for its partner.",
            "%(count)d were left as they are: you do not write for their partners.",
            refused,
        )
        messages.warning(request, text % {"count": refused})


@require_POST
@in_project("network.add_person")
def person_tag(request: SignedInRequest, project: Project) -> HttpResponse:
    _tag_chosen(request, project, Person)
    return redirect(f"{reverse('network:person_list', args=[project.code])}?{request.POST.get('query', '')}")


@require_POST
@in_project("network.add_organisation")
def organisation_tag(request: SignedInRequest, project: Project) -> HttpResponse:
    _tag_chosen(request, project, Organisation)
    return redirect(f"{reverse('network:organisation_list', args=[project.code])}?{request.POST.get('query', '')}")


@require_POST
@in_project("network.change_organisation", Organisation)
def organisation_tag_take(request: SignedInRequest, organisation: Organisation, tag: int) -> HttpResponse:
    known = get_object_or_404(Tag.objects.filter(project=request.project), pk=tag)
    take_tag(tag=known, thing=organisation, by=request.user)
    return redirect("network:organisation_detail", request.project.code, organisation.pk)
