from django.urls import path

from reports.views import approval, comments, contributions, files, planning, reports, sections, templates

app_name = "reports"
urlpatterns = [
    path("", reports.report_list, name="report_list"),
    path("new/", reports.report_new, name="report_new"),
    path("<int:pk>/", reports.report_detail, name="report_detail"),
    path("<int:pk>/approve/", approval.report_approve, name="report_approve"),
    path("<int:pk>/plan/", planning.report_plan, name="report_plan"),
    path("<int:pk>/post/", planning.report_post, name="report_post"),
    path("<int:pk>/revise/", approval.report_revise, name="report_revise"),
    path("<int:pk>/versions/", approval.report_versions, name="report_versions"),
    path("<int:pk>/files/", files.report_files, name="report_files"),
    path("files/<int:pk>/", files.file_download, name="file_download"),
    path("templates/", templates.template_list, name="template_list"),
    path("templates/<slug:template>/", templates.template_edit, name="template_edit"),
    path("sections/<int:pk>/", sections.section_detail, name="section_detail"),
    path("sections/<int:pk>/comment/", comments.comment_add, name="comment_add"),
    path("comments/<int:pk>/settle/", comments.comment_settle, name="comment_settle"),
    path("contributions/<int:pk>/", contributions.contribution_write, name="contribution_write"),
    path("contributions/<int:pk>/accept/", contributions.contribution_accept, name="contribution_accept"),
    path("contributions/<int:pk>/return/", contributions.contribution_return, name="contribution_return"),
]
