"""Compares the facts in docs/staging-environment.md with staging, read through the AWS API."""

import pytest
from conftest import client
from staging import (
    CLUSTER, SERVICES, alarm, balancer, behind, container, dashboard_metrics, database, in_vpc, listeners, log_groups,
    public_paths, rules, secrets, service, subnets, task, target_group, variables, vpc,
)  # fmt: skip

OPERATORS = "192.0.2.0/24"
OPERATOR_PORTS = {8761, 9090, 3000}
ALL = [*SERVICES, "prometheus", "grafana"]
WITH_DATABASE = {name for name in SERVICES if name.endswith("-service")}

# The fact, a query of the AWS API, and the expected result.
FACTS = [
    # Summary
    ("cluster", lambda: client("ecs").describe_clusters(clusters=[CLUSTER])["clusters"][0]["status"], "ACTIVE"),
    ("region", lambda: service("api-gateway")["serviceArn"].split(":")[3], "us-east-1"),
    ("VPC range", lambda: vpc()["CidrBlock"], "10.1.0.0/16"),
    # Network
    ("zones", lambda: {one["AvailabilityZone"] for one in subnets("NatGatewayId")}, {"us-east-1a", "us-east-1b"}),
    ("public subnets", lambda: len(subnets("GatewayId")), 2),
    ("private subnets", lambda: len(subnets("NatGatewayId")), 2),
    ("public subnets are in both zones", lambda: len({one["AvailabilityZone"] for one in subnets("GatewayId")}), 2),
    ("NAT gateways, one a zone", lambda: sorted(nat_zones()), ["us-east-1a", "us-east-1b"]),
    ("each zone leaves by its own NAT gateway", lambda: crossing_routes(), []),
    ("internet gateway", lambda: len(client("ec2").describe_internet_gateways(Filters=in_vpc("attachment.vpc-id"))["InternetGateways"]), 1),
    ("default security group lets nothing in", lambda: rules("default"), set()),
    ("default security group lets nothing out", lambda: rules("default", egress=True), set()),
    ("refused traffic is logged", lambda: [(one["TrafficType"], one["LogDestination"].split(":")[-1]) for one in client("ec2").describe_flow_logs()["FlowLogs"]], [("REJECT", "/vpc/stage-ecommerce-refused")]),
    # Load balancer
    ("load balancer's DNS name", lambda: balancer()["DNSName"].startswith("stage-ecommerce-alb-"), True),
    ("load balancer faces the internet", lambda: balancer()["Scheme"], "internet-facing"),
    ("application load balancer", lambda: balancer()["Type"], "application"),
    ("load balancer in both zones", lambda: len(balancer()["AvailabilityZones"]), 2),
    ("ports of the load balancer", lambda: set(listeners()), {80, *OPERATOR_PORTS}),
    ("no TLS on staging", lambda: {one["Protocol"] for one in listeners().values()}, {"HTTP"}),
    ("gateway's target group listens on", lambda: gateway_group()["Port"], 8080),
    ("gateway's targets are addresses", lambda: gateway_group()["TargetType"], "ip"),
    ("gateway's health", lambda: gateway_group()["HealthCheckPath"], "/api/actuator/health"),
    ("any other path of port 80", lambda: listeners()[80]["DefaultActions"][0]["FixedResponseConfig"]["StatusCode"], "404"),
    ("Eureka's health is asked on its management port", lambda: (behind(8761)["HealthCheckPath"], behind(8761)["HealthCheckPort"]), ("/actuator/health", "9761")),
    ("only 200 is healthy", lambda: {one["Matcher"]["HttpCode"] for one in client("elbv2").describe_target_groups()["TargetGroups"]}, {"200"}),
    *[(f"port 80 serves {path}", lambda path=path: public_paths().get(path), "stage-ecommerce-api-gw-tg")
      for path in ["/", "/robots.txt", "/sitemap.xml", "/api", "/api/*", "/app", "/app/*", "/oauth2/*", "/.well-known/*", "/swagger-ui/*", "/v3/api-docs",
                   "/v3/api-docs/*", *(f"/{name}/api/*" for name in sorted(WITH_DATABASE))]],
    *[(f"port {port} leads to a target on", lambda port=port: behind(port)["Port"], port) for port in sorted(OPERATOR_PORTS)],
    # Database
    ("database engine", lambda: database()["Engine"], "postgres"),
    ("database version", lambda: database()["EngineVersion"], "15.15"),
    ("database class", lambda: database()["DBInstanceClass"], "db.t3.small"),
    ("database storage, GiB", lambda: database()["AllocatedStorage"], 20),
    ("database storage grows to, GiB", lambda: database()["MaxAllocatedStorage"], 100),
    ("database storage type", lambda: database()["StorageType"], "gp3"),
    ("database in one zone", lambda: database()["MultiAZ"], False),
    ("database encrypted", lambda: database()["StorageEncrypted"], True),
    ("backups kept, days", lambda: database()["BackupRetentionPeriod"], 7),
    ("backups, UTC", lambda: database()["PreferredBackupWindow"], "03:00-04:00"),
    ("maintenance, UTC", lambda: database()["PreferredMaintenanceWindow"].lower(), "sun:04:00-sun:05:00"),
    ("database port", lambda: database()["Endpoint"]["Port"], 5432),
    ("database endpoint", lambda: database()["Endpoint"]["Address"].startswith("stage-ecommerce-db."), True),
    ("database administrator", lambda: database()["MasterUsername"], "dbadmin"),
    ("database name", lambda: database()["DBName"], "ecommerce"),
    ("database has no public address", lambda: database()["PubliclyAccessible"], False),
    ("database may be deleted", lambda: database()["DeletionProtection"], False),
    ("database takes TLS alone", lambda: database_parameters().get("rds.force_ssl"), "1"),
    ("password is one string in Secrets Manager", lambda: len(master_password()), 40),
    ("password fits RDS", lambda: set(master_password()) & set('/@" '), set()),
    # ECS
    ("services in the cluster", lambda: len(client("ecs").list_services(cluster=CLUSTER, maxResults=100)["serviceArns"]), 12),
    ("launch type", lambda: {service(name)["launchType"] for name in ALL}, {"FARGATE"}),
    ("CPU", lambda: {task(name)["cpu"] for name in ALL}, {"512"}),
    ("memory, MiB", lambda: {task(name)["memory"] for name in ALL}, {"1024"}),
    ("tasks a service", lambda: {service(name)["desiredCount"] for name in ALL}, {1}),
    ("no task has a public address", lambda: {network(name)["assignPublicIp"] for name in ALL}, {"DISABLED"}),
    ("tasks are in the private subnets", lambda: {one for name in ALL for one in network(name)["subnets"]}, lambda: {one["SubnetId"] for one in subnets("NatGatewayId")}),
    ("ECS Exec", lambda: {service(name)["enableExecuteCommand"] for name in ALL}, {True}),
    ("a failed deployment goes back", lambda: {str(service(name)["deploymentConfiguration"]["deploymentCircuitBreaker"]) for name in ALL}, {"{'enable': True, 'rollback': True}"}),
    ("a deployment takes nothing away first", lambda: {service(name)["deploymentConfiguration"]["minimumHealthyPercent"] for name in ALL if name not in ("service-discovery", "prometheus")}, {100}),
    ("there are never two registries", lambda: service("service-discovery")["deploymentConfiguration"]["maximumPercent"], 100),
    ("no scaling on staging", lambda: client("application-autoscaling").describe_scalable_targets(ServiceNamespace="ecs")["ScalableTargets"], []),
    ("log groups", lambda: {f"/ecs/stage-{name}" for name in ALL} - log_groups("/ecs/stage"), set()),
    ("Eureka is behind the load balancer", lambda: (service("service-discovery")["loadBalancers"][0]["containerName"], service("service-discovery")["loadBalancers"][0]["containerPort"]), ("service-discovery", 8761)),
    ("gateway is in its target group", lambda: target_group(service("api-gateway")["loadBalancers"][0]["targetGroupArn"])["TargetGroupName"], "stage-ecommerce-api-gw-tg"),
    ("who is given DB_ENDPOINT", lambda: {name for name in SERVICES if "DB_ENDPOINT" in variables(name)}, WITH_DATABASE),
    ("DB_ENDPOINT", lambda: variables("order-service")["DB_ENDPOINT"], lambda: f"{database()['Endpoint']['Address']}:5432"),
    ("who is given DB_PASSWORD, as a secret", lambda: {name for name in SERVICES if "DB_PASSWORD" in secrets(name)}, WITH_DATABASE),
    ("each service signs in as itself", lambda: {name: variables(name)["DB_USERNAME"] for name in WITH_DATABASE}, {name: name.replace("-", "_") for name in WITH_DATABASE}),
    ("EUREKA_URL", lambda: {variables(name)["EUREKA_URL"] for name in SERVICES}, {"http://service-discovery.stage-ecommerce.internal:8761/eureka/"}),
    ("CONFIG_URL", lambda: {variables(name)["CONFIG_URL"] for name in SERVICES}, {"http://cloud-config.stage-ecommerce.internal:8888"}),
    ("the gateway trusts the load balancer's subnets", lambda: variables("api-gateway")["TRUSTED_PROXIES"], lambda: ",".join(sorted(one["CidrBlock"] for one in subnets("GatewayId")))),
    ("the services trust the gateway's subnets", lambda: {variables(name)["TRUSTED_PROXIES"] for name in SERVICES if name != "api-gateway"}, lambda: {",".join(sorted(one["CidrBlock"] for one in subnets("NatGatewayId")))}),
    ("no other site may call the API", lambda: "CORS_ALLOWED_ORIGINS" in variables("api-gateway"), False),
    ("AUTH_URL", lambda: {variables(name)["AUTH_URL"] for name in SERVICES}, {"http://user-service.stage-ecommerce.internal:8081"}),
    ("who may sign in at the registry and cloud-config", lambda: {name for name in ALL if {"REGISTRY_PASSWORD", "CONFIG_PASSWORD"} <= set(secrets(name))}, set(SERVICES)),
    ("who accepts clients without credentials", lambda: {name for name in ALL if "ACCEPT_ANONYMOUS_CLIENTS" in variables(name)}, set()),
    ("names in that domain", lambda: {one["Name"] for one in client("servicediscovery").list_services()["Services"]}, {"service-discovery", "cloud-config", "user-service", "prometheus", "grafana"}),
    ("ALERTMANAGER_URL", lambda: {name: variables(name)["ALERTMANAGER_URL"] for name in ALL if "ALERTMANAGER_URL" in variables(name)}, {"proxy-client": "http://prometheus.stage-ecommerce.internal:9093"}),
    # Security groups
    ("who reaches the load balancer", lambda: rules("stage-ecommerce-alb-sg"), {(80, 80, "0.0.0.0/0"), *((port, port, OPERATORS) for port in OPERATOR_PORTS)}),
    ("who reaches the database", lambda: rules("stage-ecommerce-db-sg"), {(5432, 5432, "stage-ecommerce-db-clients-sg")}),
    ("where the database's clients may go", lambda: rules("stage-ecommerce-db-clients-sg", egress=True), {(5432, 5432, "stage-ecommerce-db-sg")}),
    ("who reaches Alertmanager", lambda: rules("stage-ecommerce-alerts-sg"), {(9093, 9093, "stage-ecommerce-alert-clients-sg")}),
    ("where the clients of Alertmanager may go", lambda: rules("stage-ecommerce-alert-clients-sg", egress=True), {(9093, 9093, "stage-ecommerce-alerts-sg")}),
    ("what the load balancer reaches of the services", lambda: {port for port, _, other in rules("stage-ecommerce-ecs-sg") if other == "stage-ecommerce-alb-sg"}, {8080, 9761, *OPERATOR_PORTS}),
    ("nobody else reaches the services", lambda: {other for _, _, other in rules("stage-ecommerce-ecs-sg")}, {"stage-ecommerce-alb-sg", "stage-ecommerce-ecs-sg"}),
    ("services reach the internet by HTTPS", lambda: {(port, other) for port, _, other in rules("stage-ecommerce-ecs-sg", egress=True) if "/" in other}, {(443, "0.0.0.0/0")}),
    # Monitoring
    ("CPU alarm's metric", lambda: {one["MetricStat"]["Metric"]["Namespace"] + " " + one["MetricStat"]["Metric"]["MetricName"] for one in watched()}, {"AWS/ECS CPUUtilization"}),
    ("CPU alarm's statistic and period", lambda: {(one["MetricStat"]["Stat"], one["MetricStat"]["Period"]) for one in watched()}, {("Average", 300)}),
    ("CPU alarm's threshold", lambda: (alarm("stage-ecs-high-cpu")["ComparisonOperator"], alarm("stage-ecs-high-cpu")["Threshold"]), ("GreaterThanThreshold", 80)),
    ("CPU alarm watches", lambda: {dimension["Value"] for one in watched() for dimension in one["MetricStat"]["Metric"]["Dimensions"] if dimension["Name"] == "ServiceName"}, set(SERVICES)),
    ("5xx alarm's metric", lambda: (alarm("stage-alb-5xx-errors")["Namespace"], alarm("stage-alb-5xx-errors")["MetricName"]), ("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count")),
    ("5xx alarm's statistic and period", lambda: (alarm("stage-alb-5xx-errors")["Statistic"], alarm("stage-alb-5xx-errors")["Period"]), ("Sum", 60)),
    ("5xx alarm's threshold", lambda: (alarm("stage-alb-5xx-errors")["ComparisonOperator"], alarm("stage-alb-5xx-errors")["Threshold"]), ("GreaterThanThreshold", 10)),
    ("slow responses", lambda: (alarm("stage-alb-slow-responses")["MetricName"], alarm("stage-alb-slow-responses")["ExtendedStatistic"], alarm("stage-alb-slow-responses")["Threshold"]), ("TargetResponseTime", "p95", 1)),
    ("healthy gateways", lambda: (alarm("stage-alb-no-healthy-gateway")["MetricName"], alarm("stage-alb-no-healthy-gateway")["Threshold"]), ("HealthyHostCount", 1)),
    ("the heartbeat is counted", lambda: (alarm("stage-monitoring-sends-nothing")["Namespace"], alarm("stage-monitoring-sends-nothing")["Dimensions"][0]["Value"]), ("AWS/SNS", "stage-ecommerce-heartbeat")),
    ("alerts go to the alarms' topic", lambda: variables("prometheus")["ALERT_TOPIC"].split(":")[-1], "stage-ecommerce-alarms"),
    ("alarms tell the topic", lambda: {action.split(":")[-1] for one in client("cloudwatch").describe_alarms()["MetricAlarms"] for action in one["AlarmActions"]}, {"stage-ecommerce-alarms"}),
    *[(f"dashboard shows {space} {metric}", lambda space=space, metric=metric: (space, metric) in dashboard_metrics(), True)
      for space, metrics in {
          "AWS/ECS": ["CPUUtilization", "MemoryUtilization"], "ECS/ContainerInsights": ["RunningTaskCount"],
          "AWS/ApplicationELB": ["RequestCount", "TargetResponseTime", "HTTPCode_Target_5XX_Count"],
          "AWS/RDS": ["DatabaseConnections", "CPUUtilization", "FreeStorageSpace"],
          "AWS/NATGateway": ["BytesOutToDestination", "BytesInFromSource"],
      }.items() for metric in metrics],
    # Deployment
    ("deploys come from", lambda: trusted_subjects(), {f"repo:gerson05/ecommerce-microservice-backend-EntregaSoft:{subject}" for subject in ["ref:refs/heads/stage", "environment:stage"]}),
    # Services
    *[(f"{name} listens on", lambda name=name: container(name)["portMappings"][0]["containerPort"], port) for name, port in SERVICES.items()],
    *[(f"{name} logs to", lambda name=name: container(name)["logConfiguration"]["options"]["awslogs-group"], f"/ecs/stage-{name}") for name in ALL],
]  # fmt: skip


def nat_zones() -> list[str]:
    zones = {one["SubnetId"]: one["AvailabilityZone"] for one in client("ec2").describe_subnets(Filters=in_vpc())["Subnets"]}
    return [zones[one["SubnetId"]] for one in client("ec2").describe_nat_gateways(Filters=in_vpc())["NatGateways"]]


def crossing_routes() -> list[str]:
    """Returns the private subnets that use the NAT gateway of another zone."""
    zones = {one["SubnetId"]: one["AvailabilityZone"] for one in client("ec2").describe_subnets(Filters=in_vpc())["Subnets"]}
    gateways = {
        one["NatGatewayId"]: zones[one["SubnetId"]]
        for one in client("ec2").describe_nat_gateways(Filters=in_vpc())["NatGateways"]
    }
    return [
        association["SubnetId"]
        for table in client("ec2").describe_route_tables(Filters=in_vpc())["RouteTables"]
        for route in table["Routes"]
        if "NatGatewayId" in route
        for association in table["Associations"]
        if zones[association["SubnetId"]] != gateways[route["NatGatewayId"]]
    ]


def gateway_group() -> dict:
    (found,) = client("elbv2").describe_target_groups(Names=["stage-ecommerce-api-gw-tg"])["TargetGroups"]
    return found


def database_parameters() -> dict[str, str]:
    name = database()["DBParameterGroups"][0]["DBParameterGroupName"]
    found = client("rds").describe_db_parameters(DBParameterGroupName=name)["Parameters"]
    return {one["ParameterName"]: one.get("ParameterValue") for one in found}


def master_password() -> str:
    return client("secretsmanager").get_secret_value(SecretId="stage-ecommerce-db-master-password")["SecretString"]


def network(name: str) -> dict:
    return service(name)["networkConfiguration"]["awsvpcConfiguration"]


def watched() -> list[dict]:
    return [one for one in alarm("stage-ecs-high-cpu")["Metrics"] if "MetricStat" in one]


def trusted_subjects() -> set[str]:
    trust = client("iam").get_role(RoleName="stage-ecommerce-deploy")["Role"]["AssumeRolePolicyDocument"]
    return set(trust["Statement"][0]["Condition"]["StringEquals"]["token.actions.githubusercontent.com:sub"])


@pytest.mark.parametrize(("ask", "expected"), [pytest.param(*rest, id=fact) for fact, *rest in FACTS])
def test_staging_is_as_documented(ask, expected):
    assert ask() == (expected() if callable(expected) else expected)


def test_facts_are_unique():
    names = [fact for fact, *_ in FACTS]
    assert len(names) == len(set(names)) >= 40
