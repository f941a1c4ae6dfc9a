package avatar.setup.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CholeskyTest {

    @Test
    void solvesForSeveralRightSidesAtOnce() {
        double[][] matrix = {{4, 2, 0}, {2, 5, 1}, {0, 1, 3}};
        double[][] right = {{8, 4}, {15, 3}, {11, -2}};

        List<double[]> x = Cholesky.solve(matrix, right);

        for (int row = 0; row < 3; row++) {
            for (int side = 0; side < 2; side++) {
                double product = 0;
                for (int i = 0; i < 3; i++) {
                    product += matrix[row][i] * x.get(i)[side];
                }
                assertThat(product).isCloseTo(right[row][side], within(1e-12));
            }
        }
    }
}
