resource "aws_glue_catalog_database" "{{label}}" {
  name = {{#named}}"{{name}}"{{/named}}{{^named}}"${replace(var.name, "-", "_")}_{{label}}"{{/named}}
}
