"""Pages of the network; inside a project the address names it."""

from django.urls import path

from network.views import invitations, partners, projects, targets, team

app_name = "network"
urlpatterns = [
    path("invitations/<str:token>/", invitations.invitation_accept, name="invitation_accept"),
    path("projects/", projects.project_list, name="project_list"),
    path("projects/new/", projects.project_create, name="project_create"),
    path("projects/new/file/", projects.project_from_file, name="project_from_file"),
    path("projects/<slug:code>/", projects.project_detail, name="project_detail"),
    path("projects/<slug:code>/edit/", projects.project_edit, name="project_edit"),
    path("projects/<slug:code>/partners/", partners.partner_list, name="partner_list"),
    path("projects/<slug:code>/partners/new/", partners.partner_add, name="partner_add"),
    path("projects/<slug:code>/partners/<int:pk>/", partners.partner_detail, name="partner_detail"),
    path("projects/<slug:code>/partners/<int:pk>/edit/", partners.partner_edit, name="partner_edit"),
    path("projects/<slug:code>/targets/", targets.target_list, name="target_list"),
    path("projects/<slug:code>/targets/new/", targets.target_amend, name="target_amend"),
    path("projects/<slug:code>/team/", team.team, name="team"),
    path("projects/<slug:code>/team/<int:pk>/", team.membership_edit, name="membership_edit"),
    path("projects/<slug:code>/team/<int:pk>/end/", team.membership_end, name="membership_end"),
    path("projects/<slug:code>/invitations/<int:pk>/revoke/", team.invitation_revoke, name="invitation_revoke"),
]
