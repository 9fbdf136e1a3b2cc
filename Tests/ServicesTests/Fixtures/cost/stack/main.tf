variable "size" {}

variable "count_of_workers" {}

provider "aws" {
  region = "us-east-1"
}

module "net" {
  source  = "./net"
  count   = 2
  gateways = count.index + 1
}

module "elsewhere" {
  source = "terraform-aws-modules/vpc/aws"
}

resource "aws_instance" "web" {
  instance_type = var.size
}

resource "aws_instance" "worker" {
  count         = var.count_of_workers
  instance_type = var.size
}

resource "aws_sqs_queue" "jobs" {}

resource "aws_iam_role" "web" {
  assume_role_policy = "{}"
}
