"""The addresses of plans, runs, results and what is taken out of a study."""

from django.urls import path

from impact_study.views import codebooks, exports, imports, plans, results, sent_files

analysis_urls = [
    path("projects/<slug:code>/studies/<int:pk>/results/", results.run_list, name="run_list"),
    path("projects/<slug:code>/studies/<int:pk>/results/run/", results.run_start, name="run_start"),
    path("projects/<slug:code>/studies/<int:pk>/results/plan/", plans.plan_begin, name="plan_begin"),
    path("projects/<slug:code>/analysis-plans/<int:pk>/", plans.plan_detail, name="plan_detail"),
    path("projects/<slug:code>/analysis-plans/<int:pk>/add/", plans.plan_add_block, name="plan_add_block"),
    path("projects/<slug:code>/analysis-plans/<int:pk>/remove/", plans.plan_remove_block, name="plan_remove_block"),
    path("projects/<slug:code>/analysis-runs/<int:pk>/", results.run_detail, name="run_detail"),
    path("projects/<slug:code>/analysis-runs/<int:pk>/<int:number>/", results.result_detail, name="result_detail"),
    path(
        "projects/<slug:code>/analysis-runs/<int:pk>/<slug:block>/<slug:key>.<slug:kind>",
        results.result_chart,
        name="result_chart",
    ),
    path("projects/<slug:code>/snapshots/<int:pk>/", results.snapshot_detail, name="snapshot_detail"),
    path("projects/<slug:code>/studies/<int:pk>/export/", exports.export_new, name="export_new"),
    path("projects/<slug:code>/exports/<int:pk>/file/", exports.export_file, name="export_file"),
    path("projects/<slug:code>/studies/<int:pk>/files/", sent_files.sent_file_list, name="sent_file_list"),
    path("projects/<slug:code>/sent-files/<uuid:pk>/file/", sent_files.sent_file, name="sent_file"),
    path("projects/<slug:code>/studies/<int:pk>/codebook/", codebooks.codebook, name="codebook"),
    path("projects/<slug:code>/studies/<int:pk>/codebook/print/", codebooks.codebook_print, name="codebook_print"),
    path("projects/<slug:code>/studies/<int:pk>/codebook/file/", codebooks.codebook_file, name="codebook_file"),
    path("projects/<slug:code>/waves/<int:pk>/import/", imports.responses_import, name="responses_import"),
    path("projects/<slug:code>/response-imports/<uuid:job>/", imports.responses_report, name="responses_report"),
]
