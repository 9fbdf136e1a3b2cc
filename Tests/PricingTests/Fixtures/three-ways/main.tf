terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
provider "aws" {
  max_retries                 = 1
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  s3_use_path_style           = true
}
module "instance" {
  source = "./instance"
}
module "instance_plain" {
  source = "./instance_plain"
}
module "instance_count" {
  source = "./instance_count"
}
module "dynamic" {
  source = "./dynamic"
}
module "spot" {
  source = "./spot"
}
module "volume" {
  source = "./volume"
}
module "volume_default" {
  source = "./volume_default"
}
module "asg" {
  source = "./asg"
}
module "network" {
  source = "./network"
}
module "lb" {
  source = "./lb"
}
module "rds" {
  source = "./rds"
}
module "rds_io" {
  source = "./rds_io"
}
module "aurora" {
  source = "./aurora"
}
module "aurora_less" {
  source = "./aurora_less"
}
module "cache" {
  source = "./cache"
}
module "dynamodb" {
  source = "./dynamodb"
}
module "storage" {
  source = "./storage"
}
module "lambda" {
  source = "./lambda"
}
module "messages" {
  source = "./messages"
}
module "watch" {
  source = "./watch"
}
module "keys" {
  source = "./keys"
}
module "eks" {
  source = "./eks"
}
module "ecs" {
  source = "./ecs"
}
module "search" {
  source = "./search"
}
module "api" {
  source = "./api"
}
module "transit" {
  source = "./transit"
}
module "foreach" {
  source = "./foreach"
}
module "lt_instance" {
  source = "./lt_instance"
}
module "neptune" {
  source = "./neptune"
}
module "firehose" {
  source = "./firehose"
}
module "waf" {
  source = "./waf"
}
