# Addresses, load balancers, gateways and endpoints.

rule "aws-eip-idle" {
  number     = 5
  title      = "Public address that nothing uses"
  origin     = "AWS Trusted Advisor"
  action     = "delete"
  stage      = "remove"
  needs      = ["resources"]
  resource   = "aws_eip"
  confidence = "high"
  effort     = "very-low"
  risk       = "low"
  reversible = false
  let {
    users = concat(related("aws_eip_association", "allocation_id"), related("aws_eip_association", "public_ip"), related("aws_nat_gateway", "allocation_id"), related("aws_lb", "subnet_mapping.allocation_id"))
    own   = [for v in [self.instance, self.network_interface, self.association_id] : v if v != null && v != ""]
  }
  when     = length(own) == 0 && length(users) == 0 && !is_set_by_reference("instance") && !is_set_by_reference("network_interface")
  evidence = "No instance, network interface, NAT gateway or load balancer uses the address${self.public_ip == null || self.public_ip == "" ? "" : " ${self.public_ip}"}."
  patch {
    remove = true
  }
  fires "an address alone" {
    saves = 3.65
    resource "aws_eip" "old" {
      domain = "vpc"
    }
  }
  spares "a NAT gateway's address" {
    resource "aws_eip" "nat" {
      domain = "vpc"
    }
    resource "aws_nat_gateway" "a" {
      allocation_id = aws_eip.nat.id
      subnet_id     = "subnet-1"
    }
  }
  edge "spares" "an instance that the code makes" {
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "t3.small"
    }
    resource "aws_eip" "web" {
      domain   = "vpc"
      instance = aws_instance.web.id
    }
  }
}

rule "cloud-address-idle" {
  number     = 5
  title      = "Public address of the account that nothing uses"
  origin     = "AWS Trusted Advisor"
  action     = "delete"
  stage      = "remove"
  needs      = ["cloud"]
  resource   = "cloud_address"
  confidence = "high"
  effort     = "very-low"
  risk       = "low"
  reversible = false
  when     = self.AssociationId == null && self.InstanceId == null && self.NetworkInterfaceId == null && !declared("aws_eip", "id", self.AllocationId)
  evidence = "The cloud lists ${self.PublicIp} (${self.AllocationId}) without an association."
  saving   = hours * price("vpc", "public-ipv4")
  formula  = "${hours} hours × ${rate(price("vpc", "public-ipv4"))} = ${dollars(hours * price("vpc", "public-ipv4"))} a month"
  steps    = ["aws ec2 release-address --allocation-id ${self.AllocationId}"]
  fires "no association" {
    saves = 3.65
    observed "cloud_address" "a" {
      PublicIp     = "203.0.113.7"
      AllocationId = "eipalloc-1"
    }
  }
  spares "associated" {
    observed "cloud_address" "a" {
      PublicIp      = "203.0.113.7"
      AllocationId  = "eipalloc-1"
      AssociationId = "eipassoc-1"
    }
  }
  edge "spares" "in the state, which has its own advice" {
    resource "aws_eip" "x" {
      id     = "eipalloc-1"
      domain = "vpc"
    }
    observed "cloud_address" "a" {
      PublicIp     = "203.0.113.7"
      AllocationId = "eipalloc-1"
    }
  }
}

rule "aws-lb-idle" {
  number     = 15
  title      = "Load balancer that serves nobody"
  origin     = "AWS Trusted Advisor: no listener or target, or less than 100 requests a day for seven days"
  action     = "delete"
  stage      = "remove"
  needs      = ["resources", "metrics"]
  resource   = ["aws_lb", "aws_alb"]
  confidence = "medium"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    listeners = concat(related("aws_lb_listener", "load_balancer_arn"), related("aws_alb_listener", "load_balancer_arn"))
    silent    = length(listeners) == 0
    requests  = silent ? null : metric("lb_requests")
  }
  when     = silent || (requests.hours >= 7 * 24 * 0.9 && requests.max < 100)
  evidence = silent ? "It has no listener, so nothing can reach it." : "At most ${fixed(requests.max, 0)} requests on a day in ${floor(requests.hours / 24)} days."
  patch {
    target = addresses(listeners)
    remove = true
  }
  patch {
    remove = true
  }
  fires "no listener" {
    resource "aws_lb" "old" {
      name    = "old"
      subnets = ["subnet-1", "subnet-2"]
    }
  }
  spares "busy" {
    resource "aws_lb" "web" {
      name    = "web"
      subnets = ["subnet-1", "subnet-2"]
    }
    resource "aws_lb_listener" "web" {
      load_balancer_arn = aws_lb.web.arn
      port              = 443
      default_action {
        type = "fixed-response"
        fixed_response {
          content_type = "text/plain"
        }
      }
    }
    series "lb_requests" {
      key   = "web"
      value = 90000
      hours = 192
    }
  }
  edge "fires" "99 requests a day" {
    resource "aws_lb" "web" {
      name    = "web"
      subnets = ["subnet-1", "subnet-2"]
    }
    resource "aws_lb_listener" "web" {
      load_balancer_arn = aws_lb.web.arn
      port              = 443
      default_action {
        type = "fixed-response"
        fixed_response {
          content_type = "text/plain"
        }
      }
    }
    series "lb_requests" {
      key   = "web"
      value = 99
      hours = 192
    }
  }
  edge "spares" "100 requests a day" {
    resource "aws_lb" "web" {
      name    = "web"
      subnets = ["subnet-1", "subnet-2"]
    }
    resource "aws_lb_listener" "web" {
      load_balancer_arn = aws_lb.web.arn
      port              = 443
      default_action {
        type = "fixed-response"
        fixed_response {
          content_type = "text/plain"
        }
      }
    }
    series "lb_requests" {
      key   = "web"
      value = 100
      hours = 192
    }
  }
}

rule "aws-elb-idle" {
  number     = 15
  title      = "Classic load balancer without instances"
  origin     = "Cloud Custodian: load balancers without instances"
  action     = "delete"
  stage      = "remove"
  needs      = ["resources"]
  resource   = "aws_elb"
  confidence = "medium"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    attached = length(coalesce(self.instances, [])) + length(related("aws_elb_attachment", "elb")) + length(related("aws_autoscaling_group", "load_balancers")) + length(related("aws_autoscaling_attachment", "elb"))
  }
  when     = attached == 0 && !is_set_by_reference("instances")
  evidence = "No instance, attachment or autoscaling group is behind it."
  patch {
    remove = true
  }
  fires "nothing behind it" {
    resource "aws_elb" "old" {
      name    = "old"
      subnets = ["subnet-1"]
      listener {
        instance_port     = 80
        instance_protocol = "http"
        lb_port           = 80
        lb_protocol       = "http"
      }
    }
  }
  spares "instances behind it" {
    resource "aws_elb" "web" {
      name      = "web"
      instances = ["i-1"]
    }
  }
  edge "spares" "a group that names it" {
    resource "aws_elb" "web" {
      name = "web"
    }
    resource "aws_autoscaling_group" "web" {
      min_size       = 1
      max_size       = 2
      load_balancers = [aws_elb.web.name]
    }
  }
}

rule "cloud-lb-idle" {
  number     = 15
  title      = "Load balancer of the account without a healthy target"
  origin     = "AWS Trusted Advisor"
  action     = "delete"
  stage      = "remove"
  needs      = ["cloud"]
  resource   = "cloud_load_balancer"
  confidence = "medium"
  effort     = "low"
  risk       = "medium"
  reversible = false
  let {
    groups  = related_by("cloud_target_group", "LoadBalancerArns", self.LoadBalancerArn)
    targets = flatten([for g in groups : related_by("cloud_target_health", "TargetGroupArn", g.TargetGroupArn)])
    healthy = length([for t in targets : t if t.TargetHealth.State == "healthy"])
    key     = self.Type == "network" ? "nlb" : self.Type == "gateway" ? "gwlb" : "alb"
  }
  when     = !declared("aws_lb", "arn", self.LoadBalancerArn) && healthy == 0 && (length(all_of_type("cloud_target_group")) > 0 ? (length(groups) == 0 || length(all_of_type("cloud_target_health")) > 0 ? true : unknown_without("--aws with describe-target-health")) : unknown_without("--aws with describe-target-groups"))
  evidence = "${self.LoadBalancerName} has ${length(groups)} target group(s) with ${length(targets)} target(s), none of them healthy."
  saving   = hours * price("elb", key)
  formula  = "${hours} hours × ${rate(price("elb", key))} = ${dollars(hours * price("elb", key))} a month, and its capacity units"
  steps    = ["aws elbv2 delete-load-balancer --load-balancer-arn ${self.LoadBalancerArn}"]
  fires "no target" {
    observed "cloud_load_balancer" "a" {
      LoadBalancerArn  = "arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/app/a/1"
      LoadBalancerName = "a"
      Type             = "application"
    }
    observed "cloud_target_group" "t" {
      TargetGroupArn   = "arn:t"
      LoadBalancerArns = []
    }
  }
  spares "a healthy target" {
    observed "cloud_load_balancer" "a" {
      LoadBalancerArn  = "arn:a"
      LoadBalancerName = "a"
      Type             = "application"
    }
    observed "cloud_target_group" "t" {
      TargetGroupArn   = "arn:t"
      LoadBalancerArns = ["arn:a"]
    }
    observed "cloud_target_health" "h" {
      TargetGroupArn = "arn:t"
      TargetHealth   = { State = "healthy" }
    }
  }
  edge "fires" "targets that are all unhealthy" {
    observed "cloud_load_balancer" "a" {
      LoadBalancerArn  = "arn:a"
      LoadBalancerName = "a"
      Type             = "application"
    }
    observed "cloud_target_group" "t" {
      TargetGroupArn   = "arn:t"
      LoadBalancerArns = ["arn:a"]
    }
    observed "cloud_target_health" "h" {
      TargetGroupArn = "arn:t"
      TargetHealth   = { State = "unhealthy" }
    }
  }
}

rule "aws-nat-idle" {
  number     = 18
  title      = "NAT gateway without connections"
  origin     = "AWS Compute Optimizer: 32 days without a connection"
  action     = "delete"
  stage      = "remove"
  needs      = ["metrics"]
  resource   = "aws_nat_gateway"
  confidence = "medium"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    connections = metric("nat_connections")
    bytes       = metric_or_null("nat_bytes")
    quiet       = bytes == null ? connections.max == 0 : bytes.max < 1000000 && connections.p95 == 0
  }
  # A few days are enough to ask; the report says how many they were.
  when     = connections.hours >= 72 && quiet
  evidence = bytes == null ? "Not one connection in ${floor(connections.hours / 24)} days." : "At most ${fixed(bytes.max / 1000000, 2)} MB on a day and hardly a connection in ${floor(connections.hours / 24)} days."
  patch {
    target = addresses(related("aws_route", "nat_gateway_id"))
    remove = true
  }
  # Its address goes with it, or it would be paid for without a use.
  patch {
    target = addresses([for e in referred("allocation_id") : e if length(related_to(e["$address"], "aws_nat_gateway", "allocation_id")) == 1])
    remove = true
  }
  patch {
    remove = true
  }
  fires "nothing for two weeks" {
    resource "aws_nat_gateway" "a" {
      id            = "nat-1"
      allocation_id = "eipalloc-1"
      subnet_id     = "subnet-1"
      tags = {
        Environment = "dev"
      }
    }
    series "nat_connections" {
      key   = "nat-1"
      value = 0
      hours = 336
    }
  }
  spares "in use" {
    resource "aws_nat_gateway" "a" {
      id            = "nat-1"
      allocation_id = "eipalloc-1"
      subnet_id     = "subnet-1"
    }
    series "nat_connections" {
      key   = "nat-1"
      value = 12
      hours = 336
    }
  }
  edge "spares" "one connection on one day" {
    resource "aws_nat_gateway" "a" {
      id            = "nat-1"
      allocation_id = "eipalloc-1"
      subnet_id     = "subnet-1"
    }
    series "nat_connections" {
      key    = "nat-1"
      values = [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
      hours  = 336
    }
  }
}

rule "aws-nat-per-zone" {
  number     = 17
  title      = "A NAT gateway for each zone outside of production"
  origin     = "infracost FinOps policy"
  action     = "delete"
  stage      = "remove"
  needs      = ["resources"]
  resource   = "aws_nat_gateway"
  confidence = "high"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    here  = sort([for n in all_of_type("aws_nat_gateway") : n["$address"] if coalesce(n.connectivity_type, "public") == "public"])
    first = here[0]
  }
  when     = environment() == "nonprod" && length(here) > 1 && address != first
  evidence = "The estate has ${length(here)} NAT gateways (${join(", ", here)}) and is not production; one, ${first}, is enough there."
  patch {
    target = addresses(related("aws_route", "nat_gateway_id"))
    set {
      nat_gateway_id = expression("${first}.id")
    }
  }
  patch {
    target = addresses(related("aws_route_table", "route.nat_gateway_id"))
    set {
      route {
        nat_gateway_id = expression("${first}.id")
      }
    }
  }
  # Its address goes with it, or it would be paid for without a use.
  patch {
    target = addresses([for e in referred("allocation_id") : e if length(related_to(e["$address"], "aws_nat_gateway", "allocation_id")) == 1])
    remove = true
  }
  patch {
    remove = true
  }
  fires "two in a development network" {
    resource "aws_nat_gateway" "a" {
      allocation_id = "eipalloc-1"
      subnet_id     = "subnet-1"
      tags          = { Environment = "dev" }
    }
    resource "aws_nat_gateway" "b" {
      allocation_id = "eipalloc-2"
      subnet_id     = "subnet-2"
      tags          = { Environment = "dev" }
    }
    resource "aws_route" "b" {
      route_table_id         = "rtb-2"
      destination_cidr_block = "0.0.0.0/0"
      nat_gateway_id         = aws_nat_gateway.b.id
    }
  }
  spares "two in production" {
    resource "aws_nat_gateway" "a" {
      allocation_id = "eipalloc-1"
      subnet_id     = "subnet-1"
      tags          = { Environment = "prod" }
    }
    resource "aws_nat_gateway" "b" {
      allocation_id = "eipalloc-2"
      subnet_id     = "subnet-2"
      tags          = { Environment = "prod" }
    }
  }
  edge "spares" "one is the least" {
    resource "aws_nat_gateway" "a" {
      allocation_id = "eipalloc-1"
      subnet_id     = "subnet-1"
      tags          = { Environment = "dev" }
    }
  }
}

rule "aws-vpc-gateway-endpoint" {
  number     = 16
  title      = "Traffic to S3 and DynamoDB goes through a NAT gateway"
  origin     = "infracost FinOps policy: a gateway endpoint costs nothing"
  action     = "configure"
  stage      = "architecture"
  needs      = ["resources"]
  resource   = "aws_vpc"
  confidence = "high"
  effort     = "low"
  risk       = "low"
  reversible = true
  basis      = "usage"
  let {
    subnets   = related("aws_subnet", "vpc_id")
    gateways  = flatten([for s in subnets : related_to(s["$address"], "aws_nat_gateway", "subnet_id")])
    endpoints = [for e in related("aws_vpc_endpoint", "vpc_id") : e.service_name if coalesce(e.vpc_endpoint_type, "Gateway") == "Gateway"]
    s3        = length([for e in endpoints : e if endswith(e, ".s3")]) > 0
    tables    = expression("[${join(", ", [for t in related("aws_route_table", "vpc_id") : "${t["$address"]}.id"])}]")
  }
  when     = length(gateways) > 0 && !s3
  evidence = "${length(gateways)} NAT gateway(s) and no gateway endpoint for S3: each GB to or from S3 is paid for at the NAT gateway."
  formula  = "GB to S3 × ${rate(price("vpc", "nat-gateway-data"))}; the endpoint costs nothing"
  patch {
    add {
      resource "aws_vpc_endpoint" "self" {
        vpc_id            = self.id
        service_name      = "com.amazonaws.${region}.s3"
        vpc_endpoint_type = "Gateway"
        route_table_ids   = tables
      }
    }
  }
  fires "a NAT gateway and no endpoint" {
    resource "aws_vpc" "main" {
      cidr_block = "10.0.0.0/16"
    }
    resource "aws_subnet" "a" {
      vpc_id     = aws_vpc.main.id
      cidr_block = "10.0.0.0/24"
    }
    resource "aws_route_table" "private" {
      vpc_id = aws_vpc.main.id
    }
    resource "aws_nat_gateway" "a" {
      allocation_id = "eipalloc-1"
      subnet_id     = aws_subnet.a.id
    }
    resource "aws_route" "out" {
      route_table_id         = aws_route_table.private.id
      destination_cidr_block = "0.0.0.0/0"
      nat_gateway_id         = aws_nat_gateway.a.id
    }
  }
  spares "no NAT gateway" {
    resource "aws_vpc" "main" {
      cidr_block = "10.0.0.0/16"
    }
    resource "aws_subnet" "a" {
      vpc_id     = aws_vpc.main.id
      cidr_block = "10.0.0.0/24"
    }
  }
  edge "spares" "the endpoint is there" {
    resource "aws_vpc" "main" {
      cidr_block = "10.0.0.0/16"
    }
    resource "aws_subnet" "a" {
      vpc_id     = aws_vpc.main.id
      cidr_block = "10.0.0.0/24"
    }
    resource "aws_nat_gateway" "a" {
      allocation_id = "eipalloc-1"
      subnet_id     = aws_subnet.a.id
    }
    resource "aws_vpc_endpoint" "s3" {
      vpc_id       = aws_vpc.main.id
      service_name = "com.amazonaws.us-east-1.s3"
    }
  }
}

rule "aws-endpoint-unused" {
  number     = 19
  title      = "Interface endpoint that nothing goes through"
  origin     = "AWS PrivateLink metrics"
  action     = "delete"
  stage      = "remove"
  needs      = ["metrics"]
  resource   = "aws_vpc_endpoint"
  confidence = "medium"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    traffic = metric("endpoint_bytes")
  }
  when     = self.vpc_endpoint_type == "Interface" && traffic.hours >= 7 * 24 * 0.9 && traffic.total == 0
  evidence = "Not one byte in ${floor(traffic.hours / 24)} days."
  patch {
    remove = true
  }
  fires "nothing in two weeks" {
    resource "aws_vpc_endpoint" "x" {
      id                = "vpce-1"
      vpc_id            = "vpc-1"
      service_name      = "com.amazonaws.us-east-1.ssm"
      vpc_endpoint_type = "Interface"
      subnet_ids        = ["subnet-1", "subnet-2"]
    }
    series "endpoint_bytes" {
      key   = "vpce-1"
      value = 0
      hours = 336
    }
  }
  spares "in use" {
    resource "aws_vpc_endpoint" "x" {
      id                = "vpce-1"
      vpc_id            = "vpc-1"
      service_name      = "com.amazonaws.us-east-1.ssm"
      vpc_endpoint_type = "Interface"
      subnet_ids        = ["subnet-1"]
    }
    series "endpoint_bytes" {
      key   = "vpce-1"
      value = 120000
      hours = 336
    }
  }
  edge "spares" "a gateway endpoint costs nothing" {
    resource "aws_vpc_endpoint" "x" {
      id           = "vpce-1"
      vpc_id       = "vpc-1"
      service_name = "com.amazonaws.us-east-1.s3"
    }
  }
}

rule "aws-nat-unused" {
  number     = 18
  title      = "NAT gateway that no route leads to"
  origin     = "AWS: a NAT gateway is paid for by the hour, whether a route leads to it or not"
  action     = "delete"
  stage      = "remove"
  needs      = ["resources"]
  resource   = "aws_nat_gateway"
  confidence = "medium"
  effort     = "very-low"
  risk       = "low"
  reversible = true
  let {
    routed  = [for r in concat(related("aws_route", "nat_gateway_id"), related("aws_route_table", "route.nat_gateway_id"), related("aws_default_route_table", "route.nat_gateway_id")) : r["$address"]]
  }
  when     = length(routed) == 0
  evidence = "No route leads to it, so nothing goes through it."
  steps    = ["Make sure that no route table outside of this estate leads to it."]
  patch {
    target = addresses([for e in referred("allocation_id") : e if length(related_to(e["$address"], "aws_nat_gateway", "allocation_id")) == 1])
    remove = true
  }
  patch {
    remove = true
  }
  fires "no route" {
    saves = 36.5
    resource "aws_eip" "nat" {
      domain = "vpc"
    }
    resource "aws_nat_gateway" "nat" {
      allocation_id = aws_eip.nat.id
      subnet_id     = "subnet-1"
    }
  }
  spares "a route leads to it" {
    resource "aws_eip" "nat" {
      domain = "vpc"
    }
    resource "aws_nat_gateway" "nat" {
      allocation_id = aws_eip.nat.id
      subnet_id     = "subnet-1"
    }
    resource "aws_route" "out" {
      route_table_id         = "rtb-1"
      destination_cidr_block = "0.0.0.0/0"
      nat_gateway_id         = aws_nat_gateway.nat.id
    }
  }
  edge "spares" "a route within a table" {
    resource "aws_nat_gateway" "nat" {
      allocation_id = "eipalloc-1"
      subnet_id     = "subnet-1"
    }
    resource "aws_route_table" "private" {
      vpc_id = "vpc-1"
      route {
        cidr_block     = "0.0.0.0/0"
        nat_gateway_id = aws_nat_gateway.nat.id
      }
    }
  }
}
