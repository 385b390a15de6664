mock_provider "aws" {}

variables {
  name                            = "stage-ecommerce"
  vpc_id                          = "vpc-1"
  load_balancer_security_group_id = "sg-balancer"
  load_balancer_ports             = [8080, 9761]
  service_ports                   = { business = { from = 8080, to = 8087 } }
}

run "nothing_is_open_to_addresses" {
  assert {
    condition = alltrue(concat(
      [for rule in aws_vpc_security_group_ingress_rule.load_balancer : rule.cidr_ipv4 == null && rule.referenced_security_group_id == "sg-balancer"],
      [for rule in aws_vpc_security_group_ingress_rule.services : rule.cidr_ipv4 == null && rule.referenced_security_group_id == aws_security_group.services.id],
    ))
    error_message = "Only the load balancer and the services themselves get in."
  }
  assert {
    condition     = keys(aws_vpc_security_group_egress_rule.load_balancer) == ["8080", "9761"]
    error_message = "The load balancer needs a way out to each port it may reach."
  }
  assert {
    condition     = aws_vpc_security_group_egress_rule.https.from_port == 443 && aws_vpc_security_group_egress_rule.https.to_port == 443
    error_message = "Outwards there is HTTPS, and nothing else."
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
