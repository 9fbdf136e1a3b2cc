# Types that cost nothing by themselves: what they configure is billed elsewhere.
free = [
  "google_project", "google_project_service", "google_project_iam_member", "google_project_iam_binding", "google_project_iam_policy", "google_service_account", "google_service_account_key",
  "google_service_account_iam_member", "google_service_account_iam_binding", "google_compute_network", "google_compute_subnetwork", "google_compute_firewall", "google_compute_firewall_policy",
  "google_compute_route", "google_compute_router", "google_compute_router_interface", "google_compute_router_peer", "google_compute_instance_template", "google_compute_region_instance_template",
  "google_compute_instance_group", "google_compute_autoscaler", "google_compute_region_autoscaler", "google_compute_health_check", "google_compute_region_health_check", "google_compute_http_health_check",
  "google_compute_https_health_check", "google_compute_backend_service", "google_compute_region_backend_service", "google_compute_backend_bucket", "google_compute_url_map", "google_compute_region_url_map",
  "google_compute_ssl_certificate", "google_compute_managed_ssl_certificate", "google_compute_region_ssl_certificate", "google_compute_ssl_policy", "google_compute_target_pool", "google_compute_per_instance_config",
  "google_compute_region_per_instance_config", "google_compute_resource_policy", "google_compute_disk_resource_policy_attachment", "google_compute_attached_disk", "google_compute_network_peering",
  "google_compute_network_endpoint_group", "google_compute_region_network_endpoint_group", "google_compute_network_endpoint", "google_compute_project_metadata", "google_compute_project_metadata_item",
  "google_compute_shared_vpc_host_project", "google_compute_shared_vpc_service_project", "google_kms_key_ring", "google_kms_crypto_key_iam_member", "google_kms_crypto_key_iam_binding",
  "google_kms_secret_ciphertext", "google_pubsub_topic_iam_member", "google_pubsub_subscription_iam_member", "google_pubsub_schema", "google_sql_database", "google_sql_user", "google_sql_ssl_cert",
  "google_storage_bucket_iam_member", "google_storage_bucket_iam_binding", "google_storage_bucket_object", "google_storage_bucket_acl", "google_storage_default_object_acl", "google_bigquery_dataset_iam_member",
  "google_bigquery_dataset_access", "google_bigquery_job", "google_cloud_run_service_iam_member", "google_cloud_run_service_iam_policy", "google_cloud_run_domain_mapping", "google_cloudfunctions_function_iam_member",
  "google_secret_manager_secret_iam_member", "google_secret_manager_secret_iam_binding", "google_monitoring_alert_policy", "google_monitoring_notification_channel", "google_monitoring_dashboard",
  "google_monitoring_group", "google_logging_metric", "google_dns_policy", "google_folder", "google_folder_iam_member", "google_organization_iam_member", "google_organization_policy", "google_compute_global_network_endpoint",
]
