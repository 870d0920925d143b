namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>Keeps the reminders of grains.</summary>
internal interface IReminderRegistry
{
    Task<IGrainReminder> RegisterOrUpdate(GrainId grainId, string name, TimeSpan dueTime, TimeSpan period);

    Task Unregister(GrainId grainId, IGrainReminder reminder);

    Task<IGrainReminder?> Get(GrainId grainId, string name);

    Task<List<IGrainReminder>> GetAll(GrainId grainId);
}
