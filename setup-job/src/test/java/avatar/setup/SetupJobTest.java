package avatar.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SetupJobTest {

    @Test
    void helpExplainsHowToMakeAnAvatarOfAVideo() {
        assertThat(SetupJob.commandLine().getUsageMessage())
                .contains("./avatar setup --video FILE", "./avatar setup make --help");
    }

    @Test
    void everyCommandHasHelpForEveryOption() {
        SetupJob.commandLine()
                .getSubcommands()
                .values()
                .forEach(command -> assertThat(command.getCommandSpec().options())
                        .allSatisfy(option -> assertThat(option.description())
                                .as(option.longestName())
                                .isNotEmpty()));
    }
}
