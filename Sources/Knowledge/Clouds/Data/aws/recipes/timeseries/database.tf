resource "aws_timestreamwrite_database" "{{label}}" {
  database_name = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
}

resource "aws_timestreamwrite_table" "{{label}}" {
  database_name = aws_timestreamwrite_database.{{label}}.database_name
  table_name    = "{{slug}}"

  retention_properties {
    memory_store_retention_period_in_hours  = 24
    magnetic_store_retention_period_in_days = {{keep_days}}
  }
}
