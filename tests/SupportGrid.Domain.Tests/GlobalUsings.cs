global using SupportGrid.Testing;
global using AgentScenario = SupportGrid.Testing.Scenario<
    SupportGrid.Domain.Agents.AgentDecider,
    SupportGrid.Domain.Agents.AgentSession,
    SupportGrid.Domain.Agents.AgentCommand,
    SupportGrid.Domain.Agents.AgentEvent>;
global using ConfigurationScenario = SupportGrid.Testing.Scenario<
    SupportGrid.Domain.Configurations.ConfigurationDecider,
    SupportGrid.Domain.Configurations.Configuration,
    SupportGrid.Domain.Configurations.ConfigurationCommand,
    SupportGrid.Domain.Configurations.ConfigurationEvent>;
global using CustomerScenario = SupportGrid.Testing.Scenario<
    SupportGrid.Domain.Customers.CustomerDecider,
    SupportGrid.Domain.Customers.Customer,
    SupportGrid.Domain.Customers.CustomerCommand,
    SupportGrid.Domain.Customers.CustomerEvent>;
global using InteractionScenario = SupportGrid.Testing.Scenario<
    SupportGrid.Domain.Interactions.InteractionDecider,
    SupportGrid.Domain.Interactions.Interaction,
    SupportGrid.Domain.Interactions.InteractionCommand,
    SupportGrid.Domain.Interactions.InteractionEvent>;
global using QueueScenario = SupportGrid.Testing.Scenario<
    SupportGrid.Domain.Queues.QueueDecider,
    SupportGrid.Domain.Queues.QueueState,
    SupportGrid.Domain.Queues.QueueCommand,
    SupportGrid.Domain.Queues.QueueEvent>;
