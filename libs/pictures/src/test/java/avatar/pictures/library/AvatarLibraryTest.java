package avatar.pictures.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.pictures.avatar.Avatar;
import avatar.pictures.fixtures.Avatars;
import avatar.pictures.fixtures.Scene;
import avatar.pictures.frame.MouthPose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AvatarLibraryTest {

    private static final Avatar AVATAR = Avatars.of(Scene.of(320, 240, 2), 25);
    private static final long KEEP = 1000;

    private final List<String> loaded = new ArrayList<>();
    private final Queue<Runnable> loading = new ArrayDeque<>();
    private boolean fails;
    private String edition = "first";
    private long now = 5;
    private final AvatarLibrary library = new AvatarLibrary(new Source(), 1, 0, loading::add, () -> now);

    @Test
    void avatarOfSeveralChannelsIsLoadedOnce() {
        var first = borrow("a");
        var second = borrow("a");
        loadAll();
        var third = borrow("a");

        assertThat(loaded).containsExactly("a");
        assertThat(first.join().pictures())
                .isSameAs(second.join().pictures())
                .isSameAs(third.join().pictures());
        assertThat(library.lent()).isEqualTo(Map.of("a", 3));
    }

    @Test
    void loadingOfOneAvatarDelaysNoOther() {
        var _ = borrow("slow");
        Runnable slow = loading.remove();
        var other = borrow("quick");
        loadAll();

        assertThat(other).isCompleted();
        slow.run();
        assertThat(loaded).containsExactly("quick", "slow");
    }

    @Test
    void avatarIsUnloadedAfterItWasUnusedForAWhile() {
        var first = borrow("a");
        var second = borrow("a");
        loadAll();

        first.join().close();
        first.join().close();
        now += KEEP;
        library.unload(KEEP);
        assertThat(library.lent())
                .as("given back once, however often that is said")
                .isEqualTo(Map.of("a", 1));

        second.join().close();
        now += KEEP - 1;
        library.unload(KEEP);
        assertThat(library.lent()).as("kept for a while").isEqualTo(Map.of("a", 0));
        now++;
        library.unload(KEEP);
        assertThat(library.lent()).isEmpty();

        var _ = borrow("a");
        loadAll();
        assertThat(loaded).containsExactly("a", "a");
    }

    @Test
    void failureGoesToAllThatWaitAndTheNextCallTriesAgain() {
        fails = true;
        var first = borrow("a");
        var second = borrow("a");
        loadAll();

        assertThatThrownBy(first::join).hasRootCauseMessage("made to fail");
        assertThatThrownBy(second::join).hasRootCauseMessage("made to fail");
        assertThat(library.lent()).isEmpty();

        fails = false;
        var third = borrow("a");
        loadAll();
        assertThat(third).isCompleted();
    }

    @Test
    void avatarThatWasMadeAgainIsLoadedForTheNextAndTheOldEditionIsKeptWhereItIsUsed() {
        var old = borrow("a");
        loadAll();

        edition = "second";
        var again = borrow("a");
        loadAll();
        assertThat(loaded).containsExactly("a", "a");
        assertThat(again.join().pictures()).isNotSameAs(old.join().pictures());
        assertThat(again.join().edition()).isEqualTo("second");

        edition = "";
        assertThat(borrow("a").join().pictures())
                .as("one whose bundle is gone stays as it is")
                .isSameAs(again.join().pictures());
        library.unload(KEEP);
        assertThat(old.join().pictures().picture(0, MouthPose.NONE).isBase())
                .as("the old one is still usable")
                .isTrue();
    }

    private CompletableFuture<Loan> borrow(String id) {
        return library.borrow(id).toCompletableFuture();
    }

    private void loadAll() {
        while (!loading.isEmpty()) {
            loading.remove().run();
        }
    }

    private final class Source implements AvatarLibrary.Source {

        @Override
        public Avatar load(String id) {
            if (fails) {
                throw new IllegalStateException("made to fail");
            }
            loaded.add(id);
            return AVATAR;
        }

        @Override
        public String edition(String id) {
            return edition;
        }
    }
}
