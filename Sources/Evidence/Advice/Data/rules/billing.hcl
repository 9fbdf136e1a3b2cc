# What a bill in FOCUS format tells, and what belongs to an estate as a whole.

rule "focus-commitment-gap" {
  number     = 13
  title      = "Steady use that is paid for on demand"
  origin     = "Cost Explorer recommendations: the lowest use of any hour in the bill; one year, nothing upfront, about 27 % below on demand"
  action     = "purchase-commitment"
  stage      = "commit"
  needs      = ["billing"]
  resource   = "focus_ondemand"
  confidence = "medium"
  effort     = "low"
  risk       = "medium"
  reversible = false
  let {
    rate  = 0.27
    saved = self.least * self.unit_price * rate * hours
  }
  when     = self.hours >= 24 * 7 && self.least > 0
  evidence = "${self.description} (${self.region}): never fewer than ${fixed(self.least, 2)} in any of ${self.hours} hours from ${self.start} to ${self.end}, all on demand at ${rate(self.unit_price)}."
  saving   = saved
  formula  = "${fixed(self.least, 2)} × ${rate(self.unit_price)} × ${rate} × ${hours} hours = ${dollars(saved)} a month with a Compute Savings Plan of one year"
  steps    = ["Check the rate for this family in the console; buy after the machines have the size they are to keep."]
  fires "two instances all the time" {
    observed "focus_ondemand" "a" {
      description = "$0.096 per On Demand Linux m5.large Instance Hour"
      region      = "us-east-1"
      least       = 2
      hours       = 720
      unit_price  = 0.096
      total       = 138.24
      start       = "2026-10-01"
      end         = "2026-10-31"
    }
  }
  spares "hours without any" {
    observed "focus_ondemand" "a" {
      description = "m5.large"
      region      = "us-east-1"
      least       = 0
      hours       = 720
      unit_price  = 0.096
      total       = 13
      start       = "2026-10-01"
      end         = "2026-10-31"
    }
  }
  edge "spares" "six days tell nothing of a year" {
    observed "focus_ondemand" "a" {
      description = "m5.large"
      region      = "us-east-1"
      least       = 2
      hours       = 144
      unit_price  = 0.096
      total       = 27
      start       = "2026-10-01"
      end         = "2026-10-07"
    }
  }
}

rule "focus-commitment-unused" {
  number     = 14
  title      = "Commitment that is paid for and not used"
  origin     = "FOCUS: CommitmentDiscountStatus is Unused"
  action     = "report"
  stage      = "commit"
  needs      = ["billing"]
  resource   = "focus_commitment"
  confidence = "high"
  effort     = "medium"
  risk       = "low"
  reversible = true
  let {
    month = self.unused / max(1, self.days) * 365 / 12
  }
  when     = self.unused > 0
  evidence = "${dollars(self.unused)} of ${dollars(self.unused + self.used)} of ${self.kind} ${self.name} were unused from ${self.start} to ${self.end}."
  saving   = month
  formula  = "${dollars(self.unused)} in ${self.days} day(s) × 365/12 / ${self.days} = ${dollars(month)} a month that could be put to use"
  steps    = ["Move matching machines under it, change its family or region where that is allowed, or sell it in the marketplace."]
  fires "a third unused" {
    observed "focus_commitment" "a" {
      kind   = "Savings Plan"
      name   = "sp-1"
      used   = 200
      unused = 100
      days   = 30
      start  = "2026-10-01"
      end    = "2026-10-31"
    }
  }
  spares "all used" {
    observed "focus_commitment" "a" {
      kind   = "Savings Plan"
      name   = "sp-1"
      used   = 200
      unused = 0
      days   = 30
      start  = "2026-10-01"
      end    = "2026-10-31"
    }
  }
  edge "fires" "a cent" {
    observed "focus_commitment" "a" {
      kind   = "Savings Plan"
      name   = "sp-1"
      used   = 200
      unused = 0.01
      days   = 1
      start  = "2026-10-01"
      end    = "2026-10-02"
    }
  }
}

rule "focus-aurora-io" {
  number     = 24
  title      = "Aurora cluster whose I/O costs more than I/O-Optimized would"
  origin     = "Amazon Aurora pricing: above 25 % for I/O the other mode costs less; instances 30 % and storage 125 % dearer there"
  action     = "configure"
  stage      = "architecture"
  needs      = ["billing"]
  resource   = "focus_aurora"
  confidence = "medium"
  effort     = "very-low"
  risk       = "low"
  reversible = true
  let {
    factor = 365 / 12 / max(1, self.days)
    saved  = (self.io - self.compute * 0.3 - self.storage * 1.25) * factor
    all    = self.io + self.compute + self.storage
  }
  when     = self.io > 0.25 * all && saved > 0
  evidence = "Of ${dollars(all)} from ${self.start} to ${self.end} ${dollars(self.io)} (${fixed(100 * self.io / all, 0)} %) were for I/O of ${self.resource}."
  saving   = saved
  formula  = "(${dollars(self.io)} for I/O − 30 % of ${dollars(self.compute)} − 125 % of ${dollars(self.storage)}) × 365/12 / ${self.days} = ${dollars(saved)} a month"
  steps    = ["Set storage_type of the aws_rds_cluster to aurora-iopt1; back after 30 days at the earliest."]
  fires "half is I/O" {
    observed "focus_aurora" "a" {
      resource = "cluster-1"
      io       = 300
      compute  = 250
      storage  = 50
      days     = 30
      start    = "2026-10-01"
      end      = "2026-10-31"
    }
  }
  spares "hardly any I/O" {
    observed "focus_aurora" "a" {
      resource = "cluster-1"
      io       = 10
      compute  = 250
      storage  = 50
      days     = 30
      start    = "2026-10-01"
      end      = "2026-10-31"
    }
  }
  edge "spares" "a quarter" {
    observed "focus_aurora" "a" {
      resource = "cluster-1"
      io       = 100
      compute  = 300
      storage  = 0
      days     = 30
      start    = "2026-10-01"
      end      = "2026-10-31"
    }
  }
}

rule "focus-transfer" {
  number     = 37
  title      = "Traffic between zones or to the internet"
  origin     = "AWS EC2 prices: $0.01 a GB between zones in each direction, from $0.09 to the internet"
  action     = "report"
  stage      = "govern"
  needs      = ["billing"]
  resource   = "focus_transfer"
  confidence = "medium"
  effort     = "high"
  risk       = "low"
  reversible = true
  basis      = "usage"
  let {
    month = self.cost / max(1, self.days) * 365 / 12
  }
  when     = month >= 10
  evidence = "${fixed(self.gb, 1)} GB ${self.kind} cost ${dollars(self.cost)} from ${self.start} to ${self.end}, most of it ${self.most}."
  formula  = "${dollars(self.cost)} in ${self.days} day(s) is ${dollars(month)} a month; what of it can go depends on who talks to whom"
  steps    = [self.kind == "between zones" ? "Keep callers and callees in one zone (topology-aware routing), and replicas of caches in each." : "Put a CDN before what is downloaded, and compress."]
  fires "a hundred dollars between zones" {
    observed "focus_transfer" "a" {
      kind  = "between zones"
      gb    = 10000
      cost  = 100
      days  = 30
      most  = "i-1"
      start = "2026-10-01"
      end   = "2026-10-31"
    }
  }
  spares "pennies" {
    observed "focus_transfer" "a" {
      kind  = "between zones"
      gb    = 10
      cost  = 0.1
      days  = 30
      most  = "i-1"
      start = "2026-10-01"
      end   = "2026-10-31"
    }
  }
  edge "fires" "ten dollars a month" {
    observed "focus_transfer" "a" {
      kind  = "to the internet"
      gb    = 120
      cost  = 12
      days  = 36
      most  = "i-1"
      start = "2026-10-01"
      end   = "2026-11-06"
    }
  }
}

rule "focus-untagged" {
  number     = 38
  title      = "Part of the bill that belongs to nobody"
  origin     = "FinOps Foundation: allocation; Cloud Custodian tag compliance"
  action     = "report"
  stage      = "govern"
  needs      = ["billing"]
  resource   = "focus_account"
  confidence = "high"
  effort     = "medium"
  risk       = "low"
  reversible = true
  basis      = "enabler"
  when       = self.total > 0 && self.untagged / self.total > 0.05
  evidence   = "${dollars(self.untagged)} of ${dollars(self.total)} (${fixed(100 * self.untagged / self.total, 0)} %) from ${self.start} to ${self.end} carry no tag."
  formula    = "saves nothing by itself: nobody looks after what belongs to nobody"
  fires "a third" {
    observed "focus_account" "a" {
      total    = 300
      untagged = 100
      start    = "2026-10-01"
      end      = "2026-10-31"
    }
  }
  spares "all tagged" {
    observed "focus_account" "a" {
      total    = 300
      untagged = 0
      start    = "2026-10-01"
      end      = "2026-10-31"
    }
  }
  edge "spares" "five percent" {
    observed "focus_account" "a" {
      total    = 100
      untagged = 5
      start    = "2026-10-01"
      end      = "2026-10-31"
    }
  }
}

rule "focus-anomaly" {
  number     = 40
  title      = "Day on which a service cost far more than before"
  origin     = "AWS Cost Anomaly Detection in short: more than three standard deviations above the mean of the days before, and more than $10"
  action     = "report"
  stage      = "govern"
  needs      = ["billing"]
  resource   = "focus_service"
  confidence = "medium"
  effort     = "low"
  risk       = "low"
  reversible = true
  basis      = "usage"
  when       = self.days >= 8 && self.last > self.mean + 3 * self.deviation && self.last - self.mean > 10
  evidence   = "${self.service} cost ${dollars(self.last)} on ${self.last_day}; the ${self.days - 1} days before it was ${dollars(self.mean)} on average, give or take ${dollars(self.deviation)}."
  formula    = "${dollars(self.last)} − ${dollars(self.mean)} = ${dollars(self.last - self.mean)} more than usual on that day"
  steps      = ["Look at what changed on that day; the bill names the resources."]
  fires "ten times as much" {
    observed "focus_service" "a" {
      service   = "Amazon Elastic Compute Cloud"
      days      = 30
      mean      = 20
      deviation = 2
      last      = 200
      last_day  = "2026-10-30"
    }
  }
  spares "as always" {
    observed "focus_service" "a" {
      service   = "Amazon Elastic Compute Cloud"
      days      = 30
      mean      = 20
      deviation = 2
      last      = 21
      last_day  = "2026-10-30"
    }
  }
  edge "spares" "three deviations to the cent" {
    observed "focus_service" "a" {
      service   = "Amazon Elastic Compute Cloud"
      days      = 30
      mean      = 20
      deviation = 10
      last      = 50
      last_day  = "2026-10-30"
    }
  }
}
