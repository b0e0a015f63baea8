from django.urls import path

from dissemination.views.plan import activities, plan, versions

urlpatterns = [
    path("projects/<slug:code>/plan/", plan.plan, name="plan"),
    path("projects/<slug:code>/plan/groups/", plan.plan_groups, name="plan_groups"),
    path("projects/<slug:code>/plan/results/", plan.plan_results, name="plan_results"),
    path("projects/<slug:code>/plan/adopt/", versions.plan_adopt, name="plan_adopt"),
    path("projects/<slug:code>/plan/versions/<int:pk>/", versions.plan_version, name="plan_version"),
    path("projects/<slug:code>/plan/parts/<slug:part>/new/", plan.plan_part, name="plan_part_add"),
    path("projects/<slug:code>/plan/parts/<slug:part>/<int:entry>/", plan.plan_part, name="plan_part_edit"),
    path("projects/<slug:code>/activities/", activities.activity_list, name="activity_list"),
    path("projects/<slug:code>/activities/new/", activities.activity_add, name="activity_add"),
    path("projects/<slug:code>/activities/<int:pk>/", activities.activity_detail, name="activity_detail"),
    path("projects/<slug:code>/activities/<int:pk>/edit/", activities.activity_edit, name="activity_edit"),
    path("projects/<slug:code>/activities/<int:pk>/reach/", activities.activity_reach, name="activity_reach"),
    path("projects/<slug:code>/activities/<int:pk>/file/", activities.activity_file, name="activity_file"),
]
