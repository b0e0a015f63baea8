"""Pages of the network; inside a project the address names it."""

from django.urls import path

from network.views import invitations, team

app_name = "network"
urlpatterns = [
    path("invitations/<str:token>/", invitations.invitation_accept, name="invitation_accept"),
    path("projects/<slug:code>/team/", team.team, name="team"),
    path("projects/<slug:code>/team/<int:pk>/", team.membership_edit, name="membership_edit"),
    path("projects/<slug:code>/team/<int:pk>/end/", team.membership_end, name="membership_end"),
    path("projects/<slug:code>/invitations/<int:pk>/revoke/", team.invitation_revoke, name="invitation_revoke"),
]
