resource "aws_keyspaces_keyspace" "{{label}}" {
  name = {{#named}}"{{name}}"{{/named}}{{^named}}"${replace(var.name, "-", "_")}_{{label}}"{{/named}}
}
