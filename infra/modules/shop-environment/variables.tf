variable "environment" {
  description = "Short name of the environment, stage or prod; every name begins with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{3,8}$", var.environment))
    error_message = "environment must be 3 to 8 lower-case letters."
  }
}

variable "vpc_cidr" {
  description = "Address range of the VPC, a /16."
  type        = string
}

variable "availability_zones" {
  description = "Availability zones of the environment."
  type        = list(string)
}

variable "payment_provider" {
  description = "Payment provider of payment-service. The sandbox moves no money."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+$", var.payment_provider))
    error_message = "payment_provider must consist of lower-case letters, digits and hyphens."
  }
}

variable "operator_cidrs" {
  description = "Address ranges that may reach the registry, Prometheus and Grafana."
  type        = list(string)
}

variable "cors_allowed_origins" {
  description = "Origins of other sites whose pages may call the API, such as https://partner.example."
  type        = list(string)
  default     = []
}

variable "image_hosts" {
  description = "Hosts that the web shop's page may load images from, such as https://images.example.com."
  type        = list(string)
  default     = []
}

variable "time_zone" {
  description = "Time zone of the times on the web shop's pages, such as Europe/Madrid."
  type        = string
  default     = "UTC"
}

variable "initial_image_tag" {
  description = "Commit of the first images of new services. Null for existing services, which keep the image that was deployed last."
  type        = string
  default     = null

  validation {
    condition     = var.initial_image_tag == null ? true : can(regex("^[0-9a-f]{7,40}$", var.initial_image_tag))
    error_message = "initial_image_tag must be a commit: 7 to 40 hexadecimal digits."
  }
}

variable "initial_services" {
  description = "New services in an environment where others already run; null for all services."
  type        = set(string)
  default     = null
}

variable "registry" {
  description = "Prefixes of the image repositories that infra/aws-backend-bootstrap creates: of the environment's own, of those that deployments promote images from, and of others that tasks may still pull from."
  type        = object({ namespace = string, promotes_from = optional(string), also_pulls_from = optional(string) })
}

variable "task_family_prefix" {
  description = "Prefix of the families of task definitions. Families belong to the account, so only one environment can do without a prefix."
  type        = string
  default     = ""
}

variable "task_size" {
  description = "Fargate size of each service's tasks: CPU units and MiB."
  type        = object({ cpu = number, memory = number })
}

variable "tasks" {
  description = "Tasks of each service: a fixed count if minimum and maximum are equal, otherwise scaled by average CPU."
  type        = object({ minimum = number, maximum = number, cpu_percent = optional(number, 60) })

  validation {
    condition     = var.tasks.minimum >= 1 && var.tasks.maximum >= var.tasks.minimum
    error_message = "tasks must have minimum >= 1 and maximum >= minimum."
  }
}

variable "cpu_architecture" {
  description = "Processor that the images were built for: X86_64 or ARM64."
  type        = string
  default     = "X86_64"
}

variable "economy" {
  description = "Whether to save costs: one NAT gateway, spare capacity (Fargate Spot) for most services, no Container Insights."
  type        = bool
  default     = false

  validation {
    condition     = !var.economy || var.tasks.minimum == 1
    error_message = "economy is for environments in which each service has one task; customers would notice the interruptions."
  }
}

variable "database" {
  description = "Version and size of the database, whether it has a standby, the days that backups are kept, and the connections that its size allows."
  type = object({
    engine_version = string, instance_class = string, multi_az = bool, backup_retention_days = number, connections = number
  })
}

variable "protected" {
  description = "Whether the database and the load balancer refuse to be deleted, and deleted secrets can be restored."
  type        = bool
}

variable "domain" {
  description = "Domain with a certificate, in a Route 53 zone; null to serve plain HTTP at the load balancer's own name."
  type        = object({ name = string, hosted_zone_id = string })
  default     = null
}

variable "working_hours" {
  description = "Working hours of the environment, such as { days = \"MON-FRI\", from = \"07:00\", until = \"20:00\", time_zone = \"America/Bogota\" }; null to run always."
  type        = object({ days = string, from = string, until = string, time_zone = string })
  default     = null

  validation {
    condition = var.working_hours == null ? true : (
      alltrue([for time in [var.working_hours.from, var.working_hours.until] : can(regex("^([01][0-9]|2[0-3]):[0-5][0-9]$", time))])
      && tonumber(replace(var.working_hours.until, ":", "")) > tonumber(replace(var.working_hours.from, ":", ""))
    )
    error_message = "working_hours must begin and end on the same day, at times such as 07:30."
  }

  validation {
    # A range that passes Saturday, such as FRI-MON, would never match.
    condition = var.working_hours == null ? true : alltrue([
      for days in split(",", var.working_hours.days) : contains(local.week, days)
      || try(index(local.week, split("-", days)[0]) < index(local.week, one(slice(split("-", days), 1, length(split("-", days))))), false)
    ])
    error_message = "working_hours.days must be such as MON-FRI or SUN,FRI-SAT; the week begins on Sunday."
  }
}

variable "accept_anonymous_clients" {
  description = "Whether the registry and cloud-config also serve clients without credentials. Only for the deployment of the release that introduced the credentials."
  type        = bool
  default     = false
}

variable "allow_rollback_to_one_login" {
  description = "Whether tasks of the services with a database may still start from revisions that sign in as the master user. Only until the release with the services' own logins has succeeded."
  type        = bool
  default     = false
}

variable "rate_limits" {
  description = "Whether the shop limits the number of requests. False only for load tests of staging from one address."
  type        = bool
  default     = true

  validation {
    condition     = var.rate_limits || var.environment == "stage"
    error_message = "Only staging may switch off the limits on the number of requests."
  }
}

variable "secret_generation" {
  description = "Generations of secrets above 1, by environment variable. Raising one replaces the value."
  type        = map(number)
  default     = {}
}

variable "dashboard_name" {
  description = "Name of the CloudWatch dashboard."
  type        = string
}

variable "alarm_emails" {
  description = "E-mail addresses that get the alarms."
  type        = set(string)
}

variable "slow_response_seconds" {
  description = "Response time in seconds that 95 of 100 requests may not exceed; otherwise an alarm fires."
  type        = number
  default     = 1
}

variable "log_retention_days" {
  description = "Days that the services' logs are kept."
  type        = number
}

variable "state_bucket" {
  description = "Bucket of Terraform's state; null for the name that infra/aws-backend-bootstrap gives it by default."
  type        = string
  default     = null
}

variable "github" {
  description = "Jobs that may deploy: the repository, GitHub's ids of it and its owner for tokens that name them, and its branches, tags or environments. Null for none."
  type = object({
    repository = string, repository_ids = optional(object({ owner = number, repository = number })), subjects = set(string)
  })
  default = null
}
