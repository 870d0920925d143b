using SupportGrid.Replay;

return await CommandLine.InvokeAsync(ReplayCommand.Build(), args);
