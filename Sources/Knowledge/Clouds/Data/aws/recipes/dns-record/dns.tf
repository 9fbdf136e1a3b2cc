resource "aws_route53_record" "{{label}}" {
  zone_id = {{zone.id}}
  name    = {{#has.domain}}"{{domain}}"{{/has.domain}}{{^has.domain}}"{{slug}}"{{/has.domain}}
  type    = "A"
  ttl     = 300
  records = var.{{label}}_addresses
}
