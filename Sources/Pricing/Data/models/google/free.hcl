# Types that cost nothing by themselves.
free = ["google_project_service"]
