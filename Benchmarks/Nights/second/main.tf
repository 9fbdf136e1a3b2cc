provider "aws" {
  region = "eu-central-1"

  default_tags {
    tags = {
      Team = "shop"
    }
  }
}

# The shop itself.
resource "aws_instance" "web" {
  ami           = "ami-0abc12345678"
  instance_type = "m4.xlarge"

  tags = {
    Environment = "production"
  }
}

resource "aws_ebs_volume" "images" {
  availability_zone = "eu-central-1a"
  size              = 400
  type              = "gp3" # since 2019
  throughput        = 250
  encrypted         = true
}

resource "aws_volume_attachment" "images" {
  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.images.id
  instance_id = aws_instance.web.id
}

resource "aws_ebs_volume" "migration" {
  availability_zone = "eu-central-1a"
  size              = 250
  type              = "gp3"
  encrypted         = true
}

resource "aws_db_instance" "staging" {
  identifier                = "shop-staging"
  engine                    = "postgres"
  engine_version            = "16.3"
  instance_class            = "db.m5.large"
  allocated_storage         = 100
  storage_type              = "gp3"
  storage_encrypted         = true
  multi_az                  = true
  backup_retention_period   = 7
  final_snapshot_identifier = "shop-staging-last"
  username                  = "shop"
  manage_master_user_password = true

  tags = {
    Environment = "staging"
  }
}

resource "aws_cloudwatch_log_group" "shop" {
  name = "/shop/web"
}

resource "aws_cloudwatch_log_group" "audit" {
  name = "/shop/audit"
}

resource "aws_s3_bucket" "exports" {
  bucket = "acme-shop-exports"
}

resource "aws_lb" "beta" {
  name                       = "beta"
  subnets                    = ["subnet-0a", "subnet-0b"]
  drop_invalid_header_fields = true
}
