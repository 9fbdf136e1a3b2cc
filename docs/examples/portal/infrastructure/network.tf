data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

resource "aws_vpc" "main" {
  cidr_block           = "10.0.0.0/16"
  instance_tenancy     = "default"
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = {
    Name = "${var.name}-main"
  }
}

resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id

  tags = {
    Name = "${var.name}-main"
  }
}

resource "aws_subnet" "main_public" {
  count = 3

  vpc_id            = aws_vpc.main.id
  availability_zone = data.aws_availability_zones.available.names[count.index]
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 4, count.index)

  tags = {
    Name = "${var.name}-public-${count.index + 1}"
    Tier = "public"
  }
}

resource "aws_subnet" "main_private" {
  count = 3

  vpc_id            = aws_vpc.main.id
  availability_zone = data.aws_availability_zones.available.names[count.index]
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 4, count.index + 8)

  tags = {
    Name = "${var.name}-private-${count.index + 1}"
    Tier = "private"
  }
}

resource "aws_route_table" "main_public" {
  vpc_id = aws_vpc.main.id

  tags = {
    Name = "${var.name}-public"
  }
}

resource "aws_route" "main_public_internet" {
  route_table_id         = aws_route_table.main_public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_route_table_association" "main_public" {
  count = 3

  subnet_id      = aws_subnet.main_public[count.index].id
  route_table_id = aws_route_table.main_public.id
}

resource "aws_route_table" "main_private" {
  count = 3

  vpc_id = aws_vpc.main.id

  tags = {
    Name = "${var.name}-private-${count.index + 1}"
  }
}

resource "aws_route_table_association" "main_private" {
  count = 3

  subnet_id      = aws_subnet.main_private[count.index].id
  route_table_id = aws_route_table.main_private[count.index].id
}

resource "aws_eip" "main_nat" {
  count = 3

  domain = "vpc"

  tags = {
    Name = "${var.name}-nat-${count.index + 1}"
  }
}

resource "aws_nat_gateway" "main" {
  count = 3

  allocation_id = aws_eip.main_nat[count.index].id
  subnet_id     = aws_subnet.main_public[count.index].id

  tags = {
    Name = "${var.name}-${count.index + 1}"
  }

  depends_on = [aws_internet_gateway.main]
}

resource "aws_route" "main_private_internet" {
  count = 3

  route_table_id         = aws_route_table.main_private[count.index].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main[count.index].id
}

resource "aws_vpc_endpoint" "main_s3" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.${var.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = aws_route_table.main_private[*].id

  tags = {
    Name = "${var.name}-s3"
  }
}

resource "aws_cloudwatch_log_group" "main_flow" {
  name              = "/${var.name}/network/flow"
  retention_in_days = 90
}

data "aws_iam_policy_document" "main_flow_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["vpc-flow-logs.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "main_flow" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
    resources = ["${aws_cloudwatch_log_group.main_flow.arn}:*"]
  }
}

resource "aws_iam_role" "main_flow" {
  name_prefix        = "${var.name}-flow-"
  assume_role_policy = data.aws_iam_policy_document.main_flow_trust.json
}

resource "aws_iam_role_policy" "main_flow" {
  name   = "write-flow-logs"
  role   = aws_iam_role.main_flow.id
  policy = data.aws_iam_policy_document.main_flow.json
}

resource "aws_flow_log" "main" {
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  iam_role_arn    = aws_iam_role.main_flow.arn
  log_destination = aws_cloudwatch_log_group.main_flow.arn

  tags = {
    Name = "${var.name}-flow"
  }
}
