# Commitments that no bill is needed for: what the code or the state keeps running, after all that is advised before.

rule "aws-savings-plan" {
  number     = 13
  title      = "Instances that run for good and are paid for on demand"
  origin     = "AWS Compute Savings Plans of one year, nothing upfront: priced as convertible reserved instances"
  action     = "purchase-commitment"
  stage      = "commit"
  needs      = ["resources"]
  resource   = "estate"
  confidence = "low"
  effort     = "low"
  risk       = "medium"
  reversible = false
  let {
    # What is no test system, runs, and is on demand; what earlier advice left of its price.
    steady = [for i in all_of_type("aws_instance") : {
      name   = i["$address"]
      amount = min(price("ec2", i.instance_type) * hours, coalesce(cost_or_null(i["$address"]), 0))
    } if environment_of(i["$address"]) != "nonprod" && i.instance_state != "stopped" && length(coalesce(i.instance_market_options, [])) == 0 && price("ec2", coalesce(i.instance_type, "none")) != null]
    month  = sum(concat([0], steady[*].amount))
    share  = 1 - price("ec2-options", "reserved/convertible/1_year/no_upfront")
  }
  when     = !given("billing") && month >= 100
  evidence = "${length(steady)} instance(s) that nothing says are for tests run on demand for ${dollars(month)} a month: ${join(", ", slice(steady[*].name, 0, min(5, length(steady))))}${length(steady) > 5 ? " and others" : ""}. A bill (--focus) would tell how many of them run all the time."
  saving   = month * share
  formula  = "${dollars(month)} × ${fixed(share * 100, 1)} % = ${dollars(month * share)} a month, if all of them run for a year"
  steps    = ["Make the changes above first; then buy a Compute Savings Plan for what runs all the time."]
  fires "two instances" {
    resource "aws_instance" "web" {
      count         = 2
      ami           = "ami-12345678"
      instance_type = "m7g.xlarge"
    }
  }
  spares "a test system" {
    resource "aws_instance" "web" {
      count         = 2
      ami           = "ami-12345678"
      instance_type = "m7g.xlarge"
      tags = {
        Environment = "test"
      }
    }
  }
  edge "spares" "less than a hundred dollars" {
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "t4g.large"
    }
  }
}

rule "aws-rds-reservation" {
  number     = 13
  title      = "Databases that run for good and are paid for on demand"
  origin     = "Amazon RDS reserved instances of one year, nothing upfront"
  action     = "purchase-commitment"
  stage      = "commit"
  needs      = ["resources"]
  resource   = "estate"
  confidence = "low"
  effort     = "low"
  risk       = "medium"
  reversible = false
  let {
    steady = [for d in all_of_type("aws_db_instance") : {
      name   = d["$address"]
      amount = min(price("rds", "${d.engine}/${d.instance_class}${d.multi_az == true ? "/multi-az" : ""}") * hours, coalesce(cost_or_null(d["$address"]), 0))
    } if environment_of(d["$address"]) != "nonprod" && d.status != "stopped" && price("rds", "${coalesce(d.engine, "none")}/${coalesce(d.instance_class, "none")}${d.multi_az == true ? "/multi-az" : ""}") != null]
    month  = sum(concat([0], steady[*].amount))
    share  = 1 - price("rds-options", "reserved/1_year/no_upfront")
  }
  when     = !given("billing") && month >= 100
  evidence = "${length(steady)} database(s) that nothing says are for tests run on demand for ${dollars(month)} a month: ${join(", ", slice(steady[*].name, 0, min(5, length(steady))))}${length(steady) > 5 ? " and others" : ""}."
  saving   = month * share
  formula  = "${dollars(month)} × ${fixed(share * 100, 1)} % = ${dollars(month * share)} a month, if all of them keep their class for a year"
  steps    = ["Make the changes above first; then reserve what is to stay, by engine and class."]
  fires "one of production" {
    resource "aws_db_instance" "main" {
      engine              = "postgres"
      engine_version      = "17.2"
      instance_class      = "db.m6g.xlarge"
      allocated_storage   = 100
      skip_final_snapshot = false
    }
  }
  spares "a test system" {
    resource "aws_db_instance" "main" {
      engine            = "postgres"
      engine_version    = "17.2"
      instance_class    = "db.m6g.xlarge"
      allocated_storage = 100
      tags = {
        Environment = "test"
      }
    }
  }
  edge "spares" "less than a hundred dollars" {
    resource "aws_db_instance" "main" {
      engine            = "postgres"
      engine_version    = "17.2"
      instance_class    = "db.t4g.medium"
      allocated_storage = 100
    }
  }
}
