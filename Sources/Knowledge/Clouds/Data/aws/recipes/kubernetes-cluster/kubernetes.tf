data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

resource "aws_iam_role_policy_attachment" "{{label}}" {
  role       = aws_iam_role.{{label}}.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"
}

resource "aws_cloudwatch_log_group" "{{label}}" {
  name              = "/aws/eks/{{text_name}}/cluster"
  retention_in_days = {{log_days}}
}

resource "aws_eks_cluster" "{{label}}" {
  name                      = {{full_name}}
  version                   = "{{version}}"
  role_arn                  = aws_iam_role.{{label}}.arn
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = true
  }

  vpc_config {
    subnet_ids              = {{network.private_subnet_ids}}
    endpoint_private_access = true
    {{#private_api}}
    endpoint_public_access  = false
    {{/private_api}}
    {{^private_api}}
    endpoint_public_access  = length(var.{{label}}_operators) > 0
    public_access_cidrs     = length(var.{{label}}_operators) > 0 ? var.{{label}}_operators : null
    {{/private_api}}
  }
  {{#is.encryption.customer}}

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = {{key.arn}}
    }
  }
  {{/is.encryption.customer}}

  depends_on = [aws_iam_role_policy_attachment.{{label}}, aws_cloudwatch_log_group.{{label}}]
}

data "aws_iam_policy_document" "{{label}}_nodes_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}_nodes" {
  name_prefix        = "${var.name}-nodes-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_nodes_trust.json
}

resource "aws_iam_role_policy_attachment" "{{label}}_nodes" {
  for_each = toset([
    "AmazonEKSWorkerNodePolicy",
    "AmazonEKS_CNI_Policy",
    "AmazonEC2ContainerRegistryPullOnly",
  ])

  role       = aws_iam_role.{{label}}_nodes.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}

resource "aws_launch_template" "{{label}}_nodes" {
  name_prefix = "${var.name}-nodes-"

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type = "{{volume_type}}"
      volume_size = {{disk_gb}}
      encrypted   = true
    }
  }
}

resource "aws_eks_node_group" "{{label}}" {
  cluster_name    = aws_eks_cluster.{{label}}.name
  node_group_name = "main"
  node_role_arn   = aws_iam_role.{{label}}_nodes.arn
  subnet_ids      = {{network.private_subnet_ids}}
  instance_types  = ["{{instance_type}}"]
  {{#spot}}
  capacity_type   = "SPOT"
  {{/spot}}
  ami_type        = length(regexall("^[a-z]+[0-9]+g", "{{instance_type}}")) > 0 ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD"

  launch_template {
    id      = aws_launch_template.{{label}}_nodes.id
    version = aws_launch_template.{{label}}_nodes.latest_version
  }

  scaling_config {
    desired_size = {{nodes}}
    min_size     = {{nodes}}
    max_size     = max({{nodes}}, {{maximum}})
  }

  update_config {
    max_unavailable = 1
  }

  lifecycle {
    ignore_changes = [scaling_config[0].desired_size]
  }

  depends_on = [aws_iam_role_policy_attachment.{{label}}_nodes]
}
