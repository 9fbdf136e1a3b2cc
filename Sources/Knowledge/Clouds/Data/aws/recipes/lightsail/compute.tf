resource "aws_lightsail_instance" "{{label}}" {
  name              = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  availability_zone = "${var.region}a"
  blueprint_id      = "{{blueprint}}"
  bundle_id         = "{{bundle}}"
}

resource "aws_lightsail_static_ip" "{{label}}" {
  name = "${var.name}-{{slug}}"
}

resource "aws_lightsail_static_ip_attachment" "{{label}}" {
  static_ip_name = aws_lightsail_static_ip.{{label}}.name
  instance_name  = aws_lightsail_instance.{{label}}.name
}
