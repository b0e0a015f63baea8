"""Remarks on a section."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.guards import in_project
from reports.forms import CommentForm
from reports.models import Comment, Section
from reports.services.comments import add_comment, settle_comment


@require_POST
@in_project("reports.add_comment", Section)
def comment_add(request: SignedInRequest, section: Section) -> HttpResponse:
    form = CommentForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write the comment first."))
        return redirect(section)
    try:
        add_comment(section=section, text=form.cleaned_data["text"], by=request.user)
    except ProblemsFound as found:
        messages.error(request, str(found))
    return redirect(section)


@require_POST
@in_project("reports.settle_comment", Comment)
def comment_settle(request: SignedInRequest, comment: Comment) -> HttpResponse:
    settle_comment(comment=comment, by=request.user)
    return redirect(comment.section)
