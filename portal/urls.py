"""Addresses with a language: public pages, statements, the workspace home."""

from django.urls import path

from portal.views import public, statements, workspace

app_name = "portal"
urlpatterns = [
    path("", public.home, name="home"),
    path("p/", public.project_list, name="project_list"),
    path("p/<slug:code>/", public.project_page, name="project_page"),
    path("accessibility/", statements.accessibility, name="accessibility"),
    path("privacy/", statements.privacy, name="privacy"),
    path("licences/", statements.licences, name="licences"),
    path("workspace/", workspace.home, name="workspace"),
]
