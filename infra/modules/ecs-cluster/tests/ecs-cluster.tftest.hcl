mock_provider "aws" {}

variables {
  name                            = "stage-ecommerce"
  vpc_id                          = "vpc-1"
  load_balancer_security_group_id = "sg-balancer"
  load_balancer_ports             = [8080, 9761]
  service_ports                   = { business = { from = 8080, to = 8087 } }
}

run "only_the_load_balancer_and_the_services_have_access" {
  assert {
    condition = alltrue(concat(
      [for rule in aws_vpc_security_group_ingress_rule.load_balancer : rule.cidr_ipv4 == null && rule.referenced_security_group_id == "sg-balancer"],
      [for rule in aws_vpc_security_group_ingress_rule.services : rule.cidr_ipv4 == null && rule.referenced_security_group_id == aws_security_group.services.id],
    ))
    error_message = "Ingress rules must allow only the load balancer and the services."
  }
  assert {
    condition     = keys(aws_vpc_security_group_egress_rule.load_balancer) == ["8080", "9761"]
    error_message = "The load balancer must have an egress rule for each port."
  }
  assert {
    condition     = aws_vpc_security_group_egress_rule.https.from_port == 443 && aws_vpc_security_group_egress_rule.https.to_port == 443
    error_message = "The services may reach other addresses only by HTTPS."
  }
}

run "commands_are_logged" {
  command = plan
  assert {
    condition     = aws_ecs_cluster.this.name == "stage-ecommerce-cluster" && one(one(aws_ecs_cluster.this.configuration).execute_command_configuration).logging == "OVERRIDE"
    error_message = "Commands run in a container must be logged."
  }
}

run "privileged_ports_are_refused" {
  command = plan
  variables {
    service_ports = { ssh = { from = 22, to = 22 } }
  }
  expect_failures = [var.service_ports]
}
