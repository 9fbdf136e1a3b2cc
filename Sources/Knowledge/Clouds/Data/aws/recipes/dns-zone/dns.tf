resource "aws_route53_zone" "{{label}}" {
  name    = "{{#has.domain}}{{domain}}{{/has.domain}}{{^has.domain}}example.com{{/has.domain}}"
  comment = "Zone of ${var.name}"
  {{#private}}

  vpc {
    vpc_id = {{network.vpc_id}}
  }
  {{/private}}
}
{{#outgoing.zone_balancer}}

resource "aws_route53_record" "{{self.label}}_{{label}}" {
  zone_id = aws_route53_zone.{{self.label}}.zone_id
  name    = aws_route53_zone.{{self.label}}.name
  type    = "A"

  alias {
    name                   = {{dns_name}}
    zone_id                = {{zone_id}}
    evaluate_target_health = true
  }
}
{{/outgoing.zone_balancer}}
{{#outgoing.zone_cdn}}

resource "aws_route53_record" "{{self.label}}_{{label}}" {
  zone_id = aws_route53_zone.{{self.label}}.zone_id
  name    = aws_route53_zone.{{self.label}}.name
  type    = "A"

  alias {
    name                   = {{dns_name}}
    zone_id                = {{zone_id}}
    evaluate_target_health = false
  }
}
{{/outgoing.zone_cdn}}
