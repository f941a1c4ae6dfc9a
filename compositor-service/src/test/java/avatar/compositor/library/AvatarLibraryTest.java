package avatar.compositor.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.compositor.avatar.Avatar;
import avatar.compositor.testsupport.Avatars;
import avatar.compositor.testsupport.Scene;
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
    private long now = 5;
    private final AvatarLibrary library = new AvatarLibrary(this::load, 1, 0, loading::add, () -> now);

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
    void nobodyWaitsForTheLoadingOfAnother() {
        var _ = borrow("slow");
        Runnable slow = loading.remove();
        var other = borrow("quick");
        loadAll();

        assertThat(other).isCompleted();
        slow.run();
        assertThat(loaded).containsExactly("quick", "slow");
    }

    @Test
    void avatarIsUnloadedOnceNobodyHasUsedItForAWhile() {
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
    void failureIsTheAnswerToAllWhoWaitAndTheNextHasItTriedAgain() {
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

    private CompletableFuture<Loan> borrow(String id) {
        return library.borrow(id).toCompletableFuture();
    }

    private void loadAll() {
        while (!loading.isEmpty()) {
            loading.remove().run();
        }
    }

    private Avatar load(String id) {
        if (fails) {
            throw new IllegalStateException("made to fail");
        }
        loaded.add(id);
        return AVATAR;
    }
}
