namespace SupportGrid.Empathy.Rules;

/// <summary>Whose words a rule reads.</summary>
public enum Speaker
{
    Customer,
    Agent,
}
