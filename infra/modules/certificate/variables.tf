variable "domain_name" {
  description = "Domain of the shop, such as shop.example.com."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.domain_name))
    error_message = "domain_name must be a complete domain name in lower case."
  }
}

variable "hosted_zone_id" {
  description = "Route 53 zone of the domain."
  type        = string
}

variable "load_balancer" {
  description = "Load balancer that the domain points to: its DNS name and the hosted zone of that name."
  type        = object({ dns_name = string, zone_id = string })
}
