# What is not tagged cannot be charged to anybody.

rule "aws-untagged" {
  number     = 38
  title      = "Resources without a tag of their owner or environment"
  origin     = "infracost tagging policies, Cloud Custodian tag compliance"
  action     = "configure"
  stage      = "govern"
  needs      = ["resources"]
  resource   = "estate"
  confidence = "high"
  effort     = "low"
  risk       = "low"
  reversible = true
  basis      = "enabler"
  let {
    bare = untagged(["owner", "team", "cost-center", "costcenter", "cost_center", "project", "service", "application", "app", "environment", "env", "stage"])
  }
  when     = bare.count > 0
  evidence = "${bare.count} resource(s) that cost ${dollars(bare.monthly)} a month carry none of the usual tags (owner, team, project, environment…): ${join(", ", bare.addresses)}${bare.count > length(bare.addresses) ? " and others" : ""}."
  formula  = "saves nothing by itself: ${dollars(bare.monthly)} a month are nobody's"
  steps    = ["Set default_tags in the provider block, and what differs on the resources."]
  fires "an instance without tags" {
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
  }
  spares "default tags of the provider" {
    provider "aws" {
      region = "us-east-1"
      default_tags {
        tags = {
          Team = "shop"
        }
      }
    }
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
  }
  edge "spares" "what costs nothing needs no owner" {
    resource "aws_vpc" "main" {
      cidr_block = "10.0.0.0/16"
    }
  }
}
