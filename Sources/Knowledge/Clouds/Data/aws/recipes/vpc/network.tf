data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

resource "aws_vpc" "{{label}}" {
  cidr_block           = "{{cidr}}"
  instance_tenancy     = "{{tenancy}}"
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = {
    Name = {{full_name}}
  }
}

resource "aws_default_security_group" "{{label}}" {
  vpc_id = aws_vpc.{{label}}.id
}

{{#internet}}
resource "aws_internet_gateway" "{{label}}" {
  vpc_id = aws_vpc.{{label}}.id

  tags = {
    Name = {{full_name}}
  }
}

resource "aws_subnet" "{{label}}_public" {
  count = {{zones}}

  vpc_id            = aws_vpc.{{label}}.id
  availability_zone = data.aws_availability_zones.available.names[count.index]
  cidr_block        = cidrsubnet(aws_vpc.{{label}}.cidr_block, 4, count.index)

  tags = {
    Name = "${var.name}-public-${count.index + 1}"
    Tier = "public"
  }
}

{{/internet}}
resource "aws_subnet" "{{label}}_private" {
  count = {{zones}}

  vpc_id            = aws_vpc.{{label}}.id
  availability_zone = data.aws_availability_zones.available.names[count.index]
  cidr_block        = cidrsubnet(aws_vpc.{{label}}.cidr_block, 4, count.index + 8)

  tags = {
    Name = "${var.name}-private-${count.index + 1}"
    Tier = "private"
  }
}

{{#internet}}
resource "aws_route_table" "{{label}}_public" {
  vpc_id = aws_vpc.{{label}}.id

  tags = {
    Name = "${var.name}-public"
  }
}

resource "aws_route" "{{label}}_public_internet" {
  route_table_id         = aws_route_table.{{label}}_public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.{{label}}.id
}

resource "aws_route_table_association" "{{label}}_public" {
  count = {{zones}}

  subnet_id      = aws_subnet.{{label}}_public[count.index].id
  route_table_id = aws_route_table.{{label}}_public.id
}

{{/internet}}
resource "aws_route_table" "{{label}}_private" {
  count = {{zones}}

  vpc_id = aws_vpc.{{label}}.id

  tags = {
    Name = "${var.name}-private-${count.index + 1}"
  }
}

resource "aws_route_table_association" "{{label}}_private" {
  count = {{zones}}

  subnet_id      = aws_subnet.{{label}}_private[count.index].id
  route_table_id = aws_route_table.{{label}}_private[count.index].id
}
{{#is.nat.per_az}}

resource "aws_eip" "{{label}}_nat" {
  count = {{zones}}

  domain = "vpc"

  tags = {
    Name = "${var.name}-nat-${count.index + 1}"
  }
}

resource "aws_nat_gateway" "{{label}}" {
  count = {{zones}}

  allocation_id = aws_eip.{{label}}_nat[count.index].id
  subnet_id     = aws_subnet.{{label}}_public[count.index].id

  tags = {
    Name = "${var.name}-${count.index + 1}"
  }

  depends_on = [aws_internet_gateway.{{label}}]
}

resource "aws_route" "{{label}}_private_internet" {
  count = {{zones}}

  route_table_id         = aws_route_table.{{label}}_private[count.index].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.{{label}}[count.index].id
}
{{/is.nat.per_az}}
{{#is.nat.single}}

resource "aws_eip" "{{label}}_nat" {
  domain = "vpc"

  tags = {
    Name = "${var.name}-nat"
  }
}

resource "aws_nat_gateway" "{{label}}" {
  allocation_id = aws_eip.{{label}}_nat.id
  subnet_id     = aws_subnet.{{label}}_public[0].id

  tags = {
    Name = var.name
  }

  depends_on = [aws_internet_gateway.{{label}}]
}

resource "aws_route" "{{label}}_private_internet" {
  count = {{zones}}

  route_table_id         = aws_route_table.{{label}}_private[count.index].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.{{label}}.id
}
{{/is.nat.single}}

resource "aws_vpc_endpoint" "{{label}}_s3" {
  vpc_id            = aws_vpc.{{label}}.id
  service_name      = "com.amazonaws.${var.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = aws_route_table.{{label}}_private[*].id

  tags = {
    Name = "${var.name}-s3"
  }
}
{{#services}}
{{#gateway}}

resource "aws_vpc_endpoint" "{{self.label}}_{{slug}}_private" {
  vpc_id            = aws_vpc.{{self.label}}.id
  service_name      = "com.amazonaws.${var.region}.{{name}}"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = aws_route_table.{{self.label}}_private[*].id
}
{{/gateway}}
{{^gateway}}

resource "aws_security_group" "{{self.label}}_{{slug}}_private" {
  name_prefix = "${var.name}-{{slug}}-"
  description = "Private endpoint of {{name}}"
  vpc_id      = aws_vpc.{{self.label}}.id
}

resource "aws_vpc_security_group_ingress_rule" "{{self.label}}_{{slug}}_private" {
  security_group_id = aws_security_group.{{self.label}}_{{slug}}_private.id
  description       = "HTTPS from the network"
  cidr_ipv4         = aws_vpc.{{self.label}}.cidr_block
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

resource "aws_vpc_endpoint" "{{self.label}}_{{slug}}_private" {
  vpc_id              = aws_vpc.{{self.label}}.id
  service_name        = "com.amazonaws.${var.region}.{{name}}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = aws_subnet.{{self.label}}_private[*].id
  security_group_ids  = [aws_security_group.{{self.label}}_{{slug}}_private.id]
}
{{/gateway}}
{{/services}}
{{#is.endpoints.interface}}

resource "aws_security_group" "{{label}}_endpoints" {
  name_prefix = "${var.name}-endpoints-"
  description = "Private endpoints of AWS services"
  vpc_id      = aws_vpc.{{label}}.id

  tags = {
    Name = "${var.name}-endpoints"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "{{label}}_endpoints" {
  security_group_id = aws_security_group.{{label}}_endpoints.id
  description       = "HTTPS from the network"
  cidr_ipv4         = aws_vpc.{{label}}.cidr_block
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

resource "aws_vpc_endpoint" "{{label}}_services" {
  for_each = toset(["ssm", "ssmmessages", "logs", "secretsmanager"])

  vpc_id              = aws_vpc.{{label}}.id
  service_name        = "com.amazonaws.${var.region}.${each.value}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [aws_subnet.{{label}}_private[0].id]
  security_group_ids  = [aws_security_group.{{label}}_endpoints.id]

  tags = {
    Name = "${var.name}-${each.value}"
  }
}
{{/is.endpoints.interface}}
{{#flow_logs}}

resource "aws_cloudwatch_log_group" "{{label}}_flow" {
  name              = "/${var.name}/network/flow"
  retention_in_days = {{log_days}}
}

data "aws_iam_policy_document" "{{label}}_flow_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["vpc-flow-logs.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "{{label}}_flow" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
    resources = ["${aws_cloudwatch_log_group.{{label}}_flow.arn}:*"]
  }
}

resource "aws_iam_role" "{{label}}_flow" {
  name_prefix        = "${var.name}-flow-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_flow_trust.json
}

resource "aws_iam_role_policy" "{{label}}_flow" {
  name   = "write-flow-logs"
  role   = aws_iam_role.{{label}}_flow.id
  policy = data.aws_iam_policy_document.{{label}}_flow.json
}

resource "aws_flow_log" "{{label}}" {
  vpc_id          = aws_vpc.{{label}}.id
  traffic_type    = "ALL"
  iam_role_arn    = aws_iam_role.{{label}}_flow.arn
  log_destination = aws_cloudwatch_log_group.{{label}}_flow.arn

  tags = {
    Name = "${var.name}-flow"
  }
}
{{/flow_logs}}
