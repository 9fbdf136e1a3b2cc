resource "aws_acm_certificate" "{{label}}" {
  {{#edge}}
  provider = aws.global

  {{/edge}}
  {{#has.domain}}
  domain_name       = "{{domain}}"
  {{/has.domain}}
  {{^has.domain}}
  domain_name       = {{zone.domain_name}}
  {{/has.domain}}
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "{{label}}_validation" {
  for_each = {
    for option in aws_acm_certificate.{{label}}.domain_validation_options : option.domain_name => option
  }

  zone_id         = {{zone.id}}
  name            = each.value.resource_record_name
  type            = each.value.resource_record_type
  records         = [each.value.resource_record_value]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "{{label}}" {
  {{#edge}}
  provider = aws.global

  {{/edge}}
  certificate_arn         = aws_acm_certificate.{{label}}.arn
  validation_record_fqdns = [for record in aws_route53_record.{{label}}_validation : record.fqdn]
}
